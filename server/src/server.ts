/** The whole server, from an empty folder to answering: what `main.ts` runs and what the tests start. */
import { join } from 'node:path';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { Accounts, mailLink, type SignInLimits, type SignInLink } from './accounts/index.ts';
import { agentRoutes, Agents, IdentityProvider } from './agents/index.ts';
import { CERTIFICATES, certificateRoutes, PAGES_AT_THE_DOOR } from './attendance/index.ts';
import { PAGE_FOLDER, publicPaths, trustedDocuments } from './built-client.ts';
import { calendarRoutes, CALENDARS } from './calendars/index.ts';
import { type Config, unsaidBy } from './config.ts';
import { askingOf, contextOf } from './context.ts';
import { createGraphqlServer, type Limits, TrustedDocuments } from './core/graphql/index.ts';
import { createHttpServer, graphqlHandler, type Handler, type RequestLimits, type Timeouts } from './core/http/index.ts';
import { ApiLimits, networkOf } from './core/limits/index.ts';
import { type DatabaseUrls, openReadPool, provisionApp, provisionOwner, type ReadPool, secretOf, startCluster, transactAs } from './core/database/index.ts';
import { ownJobs, startJobs } from './core/jobs/index.ts';
import { deriving } from './core/derive.ts';
import { keptSecret } from './core/kept-secret.ts';
import { loggedError } from './core/logged-error.ts';
import { ProofOfWork } from './core/proof-of-work/index.ts';
import { registerFile } from './core/personal/index.ts';
import { ReadEngine, useMetadata } from './core/reader/index.ts';
import { isDemonstration } from './demonstration/index.ts';
import { everyJob } from './every-job.ts';
import { EXPORTS, exportRoutes } from './exports/index.ts';
import { holdWith } from './file-checks/index.ts';
import { openJobsDesk } from './jobs/index.ts';
import { Keys } from './keys/index.ts';
import { type WayOut, hasLocalMailbox, openPost } from './mail/index.ts';
import { DataDesk, myDataFile, type OwnDataLimits, Tombstones } from './my-data/index.ts';
import { paperRoutes, PAPERS } from './papers/index.ts';
import { servingOptions } from './orm.ts';
import { SearchPool } from './plans/index.ts';
import { prepareDatabase } from './prepare.ts';
import { createSchema } from './schema.ts';
import { type LiveOptions, openStreams } from './streams.ts';
import { uploads } from './uploads.ts';

export interface RunningServer {
  /** The address people open, with the port that was really taken. */
  readonly address: string;
  readonly readPool: ReadPool;
  /** Those who search for plans. */
  readonly searches: SearchPool;
  close(): Promise<void>;
}

interface Database extends DatabaseUrls {
  close(): Promise<void>;
}

/** What is left out is as it should be; the tests say it otherwise. */
export interface ServerOptions {
  /** The trusted documents by hash, instead of the client's. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly limits?: Limits;
  readonly requestLimits?: RequestLimits;
  readonly timeouts?: Timeouts;
  /** After how many milliseconds an operation is no longer waited for. */
  readonly deadline?: number;
  readonly sendLink?: (link: SignInLink) => Promise<void>;
  readonly signInLimits?: SignInLimits;
  readonly ownDataLimits?: OwnDataLimits;
  /** For one answer of the provider of agents, in seconds. */
  readonly providerPatience?: number;
  readonly live?: LiveOptions;
}

const [NAME, READ_CONNECTIONS] = ['passerelle', 8] as const;
/** How many jobs at once: two that search for plans, of which one is set aside, and one that stays free for mails. */
const HANDS = 3;
/** Where the page is while a development server serves it. */
const PAGE_IN_DEVELOPMENT = 5173;

/** Starts everything; the `extra` pages are there in development only. Throws ClusterError, RoleError or the database's own error when it cannot. */
export async function startServer(asked: Config, root: Logger, extra: Readonly<Record<string, Handler>> = {}, options: ServerOptions = {}): Promise<RunningServer> {
  const log = root.child({}, { serializers: { err: loggedError } });
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const database = await openDatabase(asked, log);
    closers.push(database.close);
    const tombstones = new Tombstones(asked.dataFolder);
    const config = await prepareDatabase(database, asked, tombstones, log);
    tellUnsaid(config, log);
    const orm = await MikroORM.init(servingOptions(database.app));
    closers.push(() => orm.close());
    useMetadata(orm.getMetadata());
    const pool = openReadPool(database.app, { size: READ_CONNECTIONS, log: (line) => log.warn(line) });
    closers.push(pool.close);

    const schema = await createSchema();
    const engine = new ReadEngine(schema, pool.run);
    const documents = new TrustedDocuments(options.documents ?? (await trustedDocuments(config)));
    const logError = (reference: string, error: unknown): void => log.error({ reference, err: error }, 'An operation failed');
    const graphql = createGraphqlServer({
      schema, engine, documents, logError, logSlow: (operation) => log.warn(operation, 'A slow operation'), limits: options.limits,
    });
    await graphql.start();
    closers.push(() => graphql.stop());

    const origin = originOf(config);
    const network = networkOf(config.trustedProxies);
    const secret = await signInSecret(database.owner, config);
    const proofs = new ProofOfWork({ secret, work: config.proofOfWork, database: () => orm.em.fork() });
    const accounts = new Accounts({
      databaseUrl: database.app,
      secret,
      origin,
      sendLink: options.sendLink ?? ((link) => orm.em.fork().transactional((em) => mailLink(em, origin, link))),
      ...(options.signInLimits && { limits: options.signInLimits }),
      areMailsLocal: hasLocalMailbox(config),
      leaveProvider: (idToken, locale) => agents?.leave(idToken, locale) ?? Promise.resolve(null),
    });
    closers.push(() => accounts.close());
    const agents = agentsOf(config, accounts, log, options.providerPatience);
    const keys = new Keys({ desk: accounts.desk, secret, origin });
    const dataDesk = new DataDesk({ orm, databaseUrl: database.app, secret, origin, tombstones, limits: options.ownDataLimits });
    closers.push(() => dataDesk.close());
    const searches = new SearchPool();
    closers.push(() => Promise.resolve(searches.close()));
    const jobs = everyJob({ wayOut: wayOut(config, log), accounts, proofs, tombstones, origin, scanner: config.scanner, searches });
    closers.push((await startJobs({ url: database.app, orm, jobs, log, concurrency: HANDS })).close);
    const desk = openJobsDesk({ em: () => orm.em.fork(), jobs: [...ownJobs, ...jobs] });
    const limits = new ApiLimits({ databaseUrl: database.app, secret, visitors: config.visitorLimit, members: config.memberLimit });
    closers.push(() => limits.close());

    const hasAgentSignIn = agents !== undefined;
    const hasDemonstrationData = (): Promise<boolean> => isDemonstration(throughPool(pool));
    const asking = askingOf({ accounts, dataDesk, network });
    const contextFor = contextOf({
      asking, keys, limits, orm, engine,
      service: { proofs, derive: deriving(secret), jobs: desk, origin, hasDemonstrationData, hasAgentSignIn, operator: config.operator, mailbox: mailboxOf(config, pool) },
    });

    const streams = openStreams({ schema, documents, contextFor, network, publicUrl: config.publicUrl, logError, database, accounts, pool, engine, log, options: options.live });
    closers.push(streams.close);

    const http = createHttpServer({
      stream: streams.handler,
      graphql: graphqlHandler({
        server: graphql,
        contextFor,
        isTrusted: (hash) => documents.has(hash),
        bringsSession: (headers) => accounts.bringsSession(headers),
        publicUrl: config.publicUrl,
        logError,
        limits: options.requestLimits,
        deadline: options.deadline,
      }),
      ready: () => pool.run({ text: 'select 1::text', values: [] }),
      logError: (error) => log.error({ err: error }, 'A request failed'),
      ...(!config.isDevelopment && {
        page: {
          folder: join(config.projectFolder, PAGE_FOLDER),
          facts: async () => ({ hasDemonstrationData: await hasDemonstrationData(), hasAgentSignIn }),
          bringsSession: (headers) => accounts.bringsSession(headers),
          atTheDoor: PAGES_AT_THE_DOOR,
        },
      }),
      site: { publicUrl: config.publicUrl, securityContact: config.operator.securityContact, paths: () => publicPaths(config, throughPool(pool).execute) },
      files: registerFile(config.operator),
      ...(agents && { routes: agentRoutes(agents, { origin, network, count: (from) => limits.allowanceOf(null, from).take(1), logError: (error) => log.error({ err: error }, 'Signing an agent in failed') }) }),
      trees: { [CALENDARS]: calendarRoutes({ engine, transact: transactAs(orm, null), origin, count: (request) => limits.allowanceOf(null, network(request)).take(1) }),
        [CERTIFICATES]: certificateRoutes({ origin, asking, limits, transactAs: (person) => transactAs(orm, person) }),
        [PAPERS]: paperRoutes({ origin, asking, limits, transactAs: (person) => transactAs(orm, person) }),
        [EXPORTS]: exportRoutes({ origin, asking, limits, transactAs: (person) => transactAs(orm, person) }) },
      uploads: uploads({ asking, limits, publicUrl: config.publicUrl, hold: holdWith(config.scanner), transactAs: (person) => transactAs(orm, person) }),
      own: { '/my-data.json': myDataFile({ callerOf: asking, operator: config.operator }) },
      extra: config.isDevelopment ? extra : {},
      hsts: config.hsts, timeouts: options.timeouts,
    });
    await new Promise<void>((resolve, reject) => http.once('error', reject).listen({ port: config.port, host: config.host }, resolve));
    closers.push(() => new Promise((resolve) => {
      streams.end();
      void http.close(resolve).closeIdleConnections();
    }));
    const bound = http.address() as { port: number };
    return { address: `http://localhost:${bound.port}`, readPool: pool, searches, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Those whom a provider recognises, where one is configured. */
function agentsOf(config: Config, accounts: Accounts, log: Logger, patience: number | undefined): Agents | undefined {
  if (!config.agentProvider) return undefined;
  const provider = new IdentityProvider(config.agentProvider, patience);
  return new Agents({ accounts, provider, origin: originOf(config), log: (line) => log.warn(line, 'An agent could not sign in') });
}

/** Where mails that are kept to be read on the site are read from; null where there is no such mailbox. */
function mailboxOf(config: Config, pool: ReadPool): Pick<EntityManager, 'execute'> | null {
  return hasLocalMailbox(config) ? throughPool(pool) : null;
}

/** Plain statements over the readers' connections, with their limits and refusals. */
function throughPool(pool: ReadPool): Pick<EntityManager, 'execute'> {
  const execute = async (text: string): Promise<unknown> => JSON.parse(await pool.run({ text: `select coalesce(json_agg(x), '[]')::text from (${text}) x`, values: [] }));
  return { execute } as Pick<EntityManager, 'execute'>;
}

async function openDatabase(config: Config, log: Logger): Promise<Database> {
  if (config.databaseUrl) return { owner: config.databaseUrl, app: config.databaseAppUrl ?? (await provisionApp(config.databaseUrl)), close: async () => undefined };
  const cluster = await startCluster({ folder: join(config.dataFolder, 'postgres'), log: (line) => log.info(line) });
  try {
    const owner = await provisionOwner(cluster.url, NAME);
    return { owner, app: await provisionApp(owner), close: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** What cookies are signed with: the configuration's, else one that all processes work out, else one that is kept beside the data. */
async function signInSecret(owner: string, config: Config): Promise<string> {
  const known = config.signInSecret ?? secretOf(owner, 'sign-in');
  if (known) return known;
  return keptSecret(join(config.dataFolder, 'sign-in.secret'));
}

/** Where the links in mails lead. */
function originOf({ publicUrl, isDevelopment, port }: Config): string {
  return publicUrl ?? `http://localhost:${isDevelopment ? PAGE_IN_DEVELOPMENT : port}`;
}

/** Says at the start what a site owes its readers and does not tell them. */
function tellUnsaid(config: Config, log: Logger): void {
  const unsaid = unsaidBy(config);
  if (unsaid.length === 0) return;
  const noFile = unsaid.includes('SECURITY_CONTACT') ? '; there is no /.well-known/security.txt either, for whoever finds a weakness' : '';
  log.warn(`Not set: ${unsaid.join(', ')}. The legal notice and the page of contacts say so to everybody${noFile}`);
}

/** How mails leave; where they do not, says so at the start. */
function wayOut(config: Config, log: Logger): WayOut {
  if (config.smtpUrl !== undefined) return openPost({ url: config.smtpUrl, from: config.mailFrom! });
  if (hasLocalMailbox(config)) {
    log.warn('SMTP_URL is not set: mails to invented people are shown to everyone on the page /mailbox, as this is a demonstration');
    return 'local';
  }
  log.warn('SMTP_URL is not set: no mail is sent, and nobody can sign in by one');
  return 'none';
}
