/** The whole server over a copied database, on a port of its own, and the ways to talk to it. */
import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, onTestFinished, TestRunner } from 'vitest';
import type { SignInLimits } from '../../src/accounts/index.ts';
import { cookieName } from '../../src/accounts/sign-in.ts';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/core/context.ts';
import type { OwnData } from '../../src/core/own-data.ts';
import type { Visit } from '../../src/core/visit.ts';
import type { Limits } from '../../src/core/graphql/index.ts';
import type { Handler } from '../../src/core/http/index.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server.ts';
import { copyDatabase, dataFolderOf, type TestDatabase } from '../database.ts';

/** The trusted document of the tests. */
export const TRUSTED = 'query TestCountries { countries { code name { text locale } } }';

/** No limits at all: with them a request that is refused shows that it was the limit that refused it. */
export const NO_LIMITS: Limits = {
  tokens: 1e6, depth: 1e6, aliases: 1e6, repeats: 1e6, directives: 1e6, directivesAtOnce: 1e6, valueDepth: 1e6, textLength: 1e6, introspectedLists: 1e6,
};

/** An operator who has said nothing. */
export const NOBODY: Config['operator'] = { name: null, director: null, contact: null, host: null, securityContact: null };

const NO_LIMIT = { points: 1e6, seconds: 1 };
/** People sign in as often as they like. */
export const UNLIMITED: SignInLimits = {
  linkFromNetwork: NO_LIMIT, linkPerAddress: NO_LIMIT, linkPerNetwork: NO_LIMIT, tryPerNetwork: NO_LIMIT, keyPerNetwork: NO_LIMIT, codePerPerson: NO_LIMIT,
  invitationPerPerson: NO_LIMIT, registrationPerPerson: NO_LIMIT, sessionInvitationPerPerson: NO_LIMIT, availabilityRequestPerPerson: NO_LIMIT, slotOfferPerPerson: NO_LIMIT, cooperationRequestPerPerson: NO_LIMIT, requestPerAddress: NO_LIMIT, requestPerNetwork: NO_LIMIT,
};

/** A visit of which nothing can come: for operations that do not touch it. */
export const NOWHERE = {} as Visit;

/** A desk at which there is nothing to do. */
export const NO_JOBS: Context['jobs'] = { recurrent: async () => [], retry: async () => false, giveUp: async () => false };

/** Somebody who may ask as often as they like. */
export const NO_LIMIT_AT_ALL: Context['allowance'] = { take: async () => undefined };
/** The same of one's own data. */
export const NOTHING = {} as OwnData;

/** Forms that ask for no work. */
export const NO_PROOFS: Context['proofs'] = { challenge: async () => null, demand: async () => undefined };

interface LogLine {
  readonly msg: string;
  readonly reference?: string;
  readonly operation?: string | null;
  readonly document?: string;
  readonly milliseconds?: number;
  readonly code?: string;
  readonly err?: { readonly message: string; readonly stack: string };
}

export interface TestServer extends RunningServer {
  readonly port: number;
  readonly database: TestDatabase;
  /** The cookie of a session, by its token, as this server signs it. */
  readonly sessionCookie: (token: string) => string;
  /** What the server has logged. */
  readonly log: readonly LogLine[];
  /** Another server over the same database, closed after the test that starts it, or with this one. */
  readonly beside: (options?: ServerOptions, changes?: Partial<Config>, extra?: Readonly<Record<string, Handler>>) => Promise<TestServer>;
}

/** Starts a server over the database of `url`. */
export async function start(database: TestDatabase, options: ServerOptions = {}, changes: Partial<Config> = {}, extra: Readonly<Record<string, Handler>> = {}): Promise<TestServer> {
  const log: LogLine[] = [];
  const config: Config = {
    port: 0, host: '127.0.0.1', databaseUrl: database.owner, databaseAppUrl: undefined, dataFolder: dataFolderOf(database), demonstration: true, isDevelopment: true,
    hsts: false, publicUrl: undefined, agentProvider: undefined, scanner: undefined, smtpUrl: undefined, mailFrom: undefined, trustedProxies: [], proofOfWork: 0, visitorLimit: 1e6, memberLimit: 1e6, signInSecret: 'a secret that only the tests know'.repeat(2), operator: NOBODY, projectFolder: '/nonexistent', ...changes,
  };
  const running = await startServer(config, pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line) as LogLine) }), extra, { documents: {}, ...options });
  const others: TestServer[] = [];
  return {
    ...running,
    port: Number(new URL(running.address).port),
    database,
    sessionCookie: (token) => `${cookieName(config.publicUrl ?? '')}=${encodeURIComponent(`${token}.${createHmac('sha256', config.signInSecret!).update(token).digest('base64')}`)}`,
    log,
    // A link is made by whichever server of the database takes the job: all put them in one place.
    beside: async (own = {}, ...given) => {
      const other = await start(database, { ...(options.sendLink && { sendLink: options.sendLink }), ...own }, ...given);
      // A database bears only so many connections.
      if (TestRunner.getCurrentTest()) onTestFinished(() => other.close());
      else others.push(other);
      return other;
    },
    close: async () => {
      for (const other of others) await other.close();
      await running.close();
    },
  };
}

/** A server for a whole test file: started before its tests, closed after them. */
export function testServer(options: ServerOptions = {}, changes: Partial<Config> = {}, extra: Readonly<Record<string, Handler>> = {}): () => TestServer {
  let server: TestServer | undefined;
  let database: Awaited<ReturnType<typeof copyDatabase>> | undefined;
  beforeAll(async () => {
    database = await copyDatabase('full');
    server = await start(database, options, changes, extra);
  });
  afterAll(async () => {
    await server?.close();
    await database?.drop();
  });
  return () => server!;
}

interface ErrorAnswer {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly params?: Readonly<Record<string, unknown>>; readonly reference?: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly ErrorAnswer[] | undefined;
  /** The code of the first error. */
  readonly code: string | undefined;
}

/** Sends a request and reads its answer, which is JSON unless it is empty or plain. */
export async function send(server: { readonly address: string }, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(new URL(path, server.address.replace('localhost', '127.0.0.1')), { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  const body = (isJson ? JSON.parse(text) : {}) as { data?: Record<string, unknown>; errors?: ErrorAnswer[] };
  return { status: response.status, headers: response.headers, text, data: body.data, errors: body.errors, code: body.errors?.[0]?.extensions.code };
}

/** Posts an operation as JSON. */
export function ask(server: { readonly address: string }, query: string, variables?: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Promise<Answer> {
  return post(server, JSON.stringify({ query, variables }), headers);
}

/** Posts a body as it is. */
export function post(server: { readonly address: string }, body: string | Uint8Array, headers: Record<string, string> = {}, path = '/graphql?locale=fr'): Promise<Answer> {
  return send(server, path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: body as string });
}

/** Asks by GET with these parameters. */
export function get(server: { readonly address: string }, parameters: Readonly<Record<string, string>>, headers: Record<string, string> = {}): Promise<Answer> {
  return send(server, `/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
}

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly text: string;
  /** How many bytes the server took before it had answered. */
  readonly written: number;
  /** How long the connection stayed open, in milliseconds. */
  readonly lasted: number;
}

/**
 * Writes to a connection and gives what comes back until it closes. `write` may go on after the first answer; it stops
 * when the connection does.
 */
export function raw(server: { readonly port: number }, write: (socket: Socket) => void | Promise<void>): Promise<RawAnswer> {
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    let text = '';
    let written = 0;
    const socket = connect({ port: server.port, host: '127.0.0.1' }, () => void write(socket));
    socket.setTimeout(15_000, () => socket.destroy(new Error(`Nothing moved for 15 s, so far came: ${text}`)));
    socket.on('data', (chunk: Buffer) => {
      if (text === '') written = socket.bytesWritten;
      text += chunk.toString('latin1');
    });
    let failure: NodeJS.ErrnoException | undefined;
    socket.on('error', (error: NodeJS.ErrnoException) => (failure = error));
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      if (text === '' && failure && !['ECONNRESET', 'EPIPE'].includes(failure.code ?? '')) reject(failure);
      else resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, text: rest.join('\r\n\r\n'), written, lasted: Date.now() - begun });
    });
  });
}

/** What no answer may show: how the server is made, what it runs on, what it would have accepted instead. */
export const LEAKS =
  /\bat .+\.(js|ts):\d|node_modules|node:internal|\/srv\/|\/home\/|file:\/\/|\b(select|insert|update|delete)\b.+\b(from|into|set|where)\b|\bsyntax error at or near|\b(relation|column|function|operator|role|database) \S+ does not exist|pg_|postgres|apollo|mikro|stacktrace|"stack"|Did you mean|graphql-js|\bv?\d+\.\d+\.\d+\b(?!\.\d)|Maximum call stack|Cannot read prop/i;
