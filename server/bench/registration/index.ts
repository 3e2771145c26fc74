/** The registration bench: many people (10,000) for 50 places, over HTTP by two processes, by each way to decide who gets one. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { buildIfStale } from '../../bin/build.ts';
import { type DatabaseUrls, provisionApp, provisionOwner, startCluster } from '../../src/core/database/index.ts';
import { grantJobs, JOBS_SCHEMA, migrateJobs } from '../../src/core/jobs/index.ts';
import { useMetadata } from '../../src/core/reader/index.ts';
import { ormOptions } from '../../src/orm.ts';
import { fillDatabase } from '../../src/prepare.ts';
import type { BenchOptions } from '../options.ts';
import { cpuOfTree } from '../cpu.ts';
import type { Running } from '../processes.ts';
import { table } from '../table.ts';
import { registerAll } from './clients.ts';
import { type Method, METHODS } from './methods.ts';
import { type Kept, orderOf } from './order.ts';
import { linesOf, type Outcome, promisesOf } from './promises.ts';
import { signInCoordinators, startProduct } from './product.ts';

const PLACES = 50;
const PROCESSES = 2;
const AT_ONCE = 8;

/**
 * Runs the bench and prints its table, and of each promise whether it is kept: false when one is not. Whatever happens, nothing is left
 * running. `--peers` chooses the methods.
 */
export async function benchRegistration({ peers, people }: BenchOptions, signal: AbortSignal): Promise<boolean> {
  const chosen = (Object.keys(METHODS) as Method[]).filter((method) => !peers || peers.includes(method));
  console.log(`${availableParallelism()} processors, load before the start ${loadavg()[0]!.toFixed(1)}: compare inside this run only.`);
  // The processes of the product serve the page, too.
  await buildIfStale();
  const outcomes: Outcome[] = [];
  for (const method of chosen) {
    signal.throwIfAborted();
    console.log(`… ${METHODS[method].label}`);
    outcomes.push(await onDatabase((database) => measure(method, people, database, signal)));
  }
  const promises = promisesOf(outcomes, people, PLACES);
  console.log(`${report(outcomes, people)}\n\n${linesOf(promises)}`);
  return promises.every(({ isKept }) => isKept !== false);
}

interface Database {
  readonly owner: MikroORM;
  readonly urls: DatabaseUrls;
  /** The process of the database that all others are below. */
  readonly postmaster: number;
  /** Of the processes. */
  readonly folder: string;
}

/** A database of its own for each method, so that none finds what another has left. */
async function onDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const cluster = await startCluster({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } });
  try {
    const postmaster = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n', 1)[0]);
    const url = await provisionOwner(cluster.url, 'passerelle');
    const owner = await MikroORM.init(ormOptions(url));
    try {
      useMetadata(owner.getMetadata());
      await owner.migrator.up();
      await migrateJobs(url);
      const app = await provisionApp(url);
      await grantJobs({ owner: url, app });
      await fillDatabase(owner, { demonstration: true });
      return await work({ owner, urls: { owner: url, app }, postmaster, folder: join(folder, 'data') });
    } finally {
      await owner.close();
    }
  } finally {
    await cluster.stop('immediate');
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(method: Method, people: number, { owner, urls, postmaster, folder }: Database, signal: AbortSignal): Promise<Outcome> {
  const em = owner.em.fork();
  for (const statement of METHODS[method].statements) await em.execute(statement);
  const session = await addSession(owner);
  // Where no counter is raised, the job that offers free places would take all for free, and give them away while the others come.
  if (METHODS[method].statements.length > 0) await em.execute('update training_session set places_taken = places where uuid = ?', [session]);
  const servers: Running[] = [];
  try {
    for (let n = 0; n < PROCESSES; n += 1) servers.push(await startProduct(urls, folder));
    const coordinators = await signInCoordinators(servers[0]!, owner);
    const usage = (): { cpu: number; databaseCpu: number } => ({ cpu: servers.reduce((sum, { pid }) => sum + cpuOfTree(pid), 0), databaseCpu: cpuOfTree(postmaster) });
    const before = usage();
    const begun = performance.now();
    const { told, retries, failures } = await registerAll(
      { ports: servers.map(({ port }) => port), coordinators, session, people, connections: AT_ONCE, triesAgain: METHODS[method].isSerializable }, signal);
    const seconds = (performance.now() - begun) / 1000;
    const after = usage();
    const left = await jobsLeft(owner);
    const sorted = told.map(({ asked, answered }) => answered - asked).sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
    return { method, ...await counted(owner, session), order: orderOf(told, await keptOf(owner, session)), misWritten: await misWritten(owner, session), left, failures, retries, seconds, cpu: (after.cpu - before.cpu) / people, databaseCpu: (after.databaseCpu - before.databaseCpu) / people, p50: at(0.5), p99: at(0.99) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** How many have a place, how many wait, and how many of these are not in the order in which they came. */
async function counted({ em }: MikroORM, session: string): Promise<Pick<Outcome, 'held' | 'waiting' | 'passed'>> {
  const [row] = await em.fork().execute<{ held: number; waiting: number; passed: number }[]>(
    `select count(*) filter (where state in ('CONFIRMED', 'OFFERED'))::int as held, count(*) filter (where state = 'WAITING')::int as waiting,
       count(*) filter (where state in ('CONFIRMED', 'OFFERED') and waits_since > (select min(waits_since) from registration where session_uuid = r.session_uuid and state = 'WAITING'))::int as passed
     from registration r where session_uuid = ?`, [session]);
  return row!;
}

async function keptOf({ em }: MikroORM, session: string): Promise<Kept> {
  const rows = await em.fork().execute<{ email: string; isWaiting: boolean }[]>(
    `select email, state = 'WAITING' as "isWaiting" from registration where session_uuid = ? and state in ('CONFIRMED', 'OFFERED', 'WAITING') order by waits_since, uuid`, [session]);
  const of = (waiting: boolean): string[] => rows.filter(({ isWaiting }) => isWaiting === waiting).map(({ email }) => email);
  return { placed: of(false), waiting: of(true) };
}

/** How many of those who are registered have no mail, or several. */
async function misWritten({ em }: MikroORM, session: string): Promise<number> {
  const [row] = await em.fork().execute<{ count: number }[]>(
    `select count(*)::int as count from registration r left join (select recipient, count(*) as mails from mail group by 1) m on m.recipient = r.email where r.session_uuid = ? and m.mails is distinct from 1`, [session]);
  return row!.count;
}

async function jobsLeft({ em }: MikroORM): Promise<number> {
  const [row] = await em.fork().execute<{ count: number }[]>(`select count(*)::int as count from ${JOBS_SCHEMA}.jobs where run_at <= now()`);
  return row!.count;
}

async function addSession(owner: MikroORM): Promise<string> {
  const id = randomUUID();
  await owner.em.fork().transactional(async (em) => {
    await em.execute(
      `insert into training_session (uuid, source_locale, theme_code, format, starts_at, ends_at, time_zone, places, needs_validation)
       values (?, 'en', (select min(code) from theme), 'ONLINE', now() + interval '30 days', now() + interval '31 days', 'Europe/Paris', ?, false)`, [id, PLACES]);
    await em.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'A session')`, [id]);
  });
  return id;
}

function report(outcomes: readonly Outcome[], people: number): string {
  const p99 = (method: Method): number | undefined => outcomes.find((one) => one.method === method)?.p99;
  const ratio = (one: Outcome, other: Method): string => (p99(other) === undefined ? '–' : (one.p99 / p99(other)!).toFixed(2));
  const rows = outcomes.map((one) => [
    METHODS[one.method].label, String(one.held), String(one.waiting), String(one.passed), String(one.failures), String(one.retries), one.seconds.toFixed(1),
    (people / one.seconds).toFixed(0), one.cpu.toFixed(1), one.databaseCpu.toFixed(1), String(one.left), one.p50.toFixed(1), one.p99.toFixed(1), ratio(one, 'naive'), ratio(one, 'locked'),
  ]);
  const head = ['way to decide', 'with a place', 'waiting', 'passed over', 'failed', 'tries again', 's', 'people/s', 'CPU ms', 'database', 'jobs left', 'p50 ms', 'p99 ms', 'p99 ÷ naive', 'p99 ÷ locked'];
  return `\n${people} people for ${PLACES} places over HTTP, ${PROCESSES} processes, ${AT_ONCE} at once to each\n\n${table(head, rows)}`;
}
