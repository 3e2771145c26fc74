/** The registration bench: many people (10,000) for 50 places, from two processes, by each way to decide who gets one. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import { provisionApp, provisionOwner, startCluster } from '../../src/core/database/index.ts';
import { grantJobs, migrateJobs } from '../../src/core/jobs/index.ts';
import { useMetadata } from '../../src/core/reader/index.ts';
import { ormOptions } from '../../src/orm.ts';
import { fillDatabase } from '../../src/prepare.ts';
import type { BenchOptions } from '../options.ts';
import { table } from '../table.ts';
import { type Method, METHODS } from './methods.ts';
import type { Share, Told } from './worker.ts';

const PLACES = 50;
const PROCESSES = 2;

interface Outcome {
  readonly method: Method;
  readonly held: number;
  readonly waiting: number;
  readonly failures: number;
  readonly retries: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs the bench and prints its table. Whatever happens, nothing is left running. `--peers` chooses the methods. */
export async function benchRegistration({ peers, people }: BenchOptions, signal: AbortSignal): Promise<void> {
  const chosen = (Object.keys(METHODS) as Method[]).filter((method) => !peers || peers.includes(method));
  console.log(`${availableParallelism()} processors, load before the start ${loadavg()[0]!.toFixed(1)}: compare inside this run only.`);
  const outcomes: Outcome[] = [];
  for (const method of chosen) {
    signal.throwIfAborted();
    console.log(`… ${METHODS[method].label}`);
    outcomes.push(await onDatabase((database) => measure(method, people, database, signal)));
  }
  console.log(report(outcomes, people));
}

interface Database {
  readonly owner: MikroORM;
  readonly app: string;
}

/** A database of its own for each method, so that none finds what another has left. */
async function onDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const cluster = await startCluster({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } });
  try {
    const url = await provisionOwner(cluster.url, 'passerelle');
    const owner = await MikroORM.init(ormOptions(url));
    try {
      useMetadata(owner.getMetadata());
      await owner.migrator.up();
      await migrateJobs(url);
      const app = await provisionApp(url);
      await grantJobs({ owner: url, app });
      await fillDatabase(owner, { demonstration: true });
      return await work({ owner, app });
    } finally {
      await owner.close();
    }
  } finally {
    await cluster.stop('immediate');
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(method: Method, people: number, { owner, app }: Database, signal: AbortSignal): Promise<Outcome> {
  const em = owner.em.fork();
  for (const statement of METHODS[method].statements) await em.execute(statement);
  const session = await addSession(owner);
  const [coordinator] = await em.execute<{ person: string; organisation: string }[]>(
    `select p.id as person, m.organisation_slug as organisation from person p join member m on m.person_id = p.id where p.email = 'ngo-coordinator.rs@passerelle.example'`);
  const share = Math.ceil(people / PROCESSES);
  const begun = performance.now();
  const told = await Promise.all(Array.from({ length: PROCESSES }, (_, n) => run({ ...coordinator!, url: app, session, from: n * share, count: share, isSerializable: METHODS[method].isSerializable }, signal)));
  const seconds = (performance.now() - begun) / 1000;
  const times = told.flatMap((one) => one.times).sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  const [counted] = await em.execute<{ held: number; waiting: number }[]>(
    `select count(*) filter (where state in ('CONFIRMED', 'OFFERED'))::int as held, count(*) filter (where state = 'WAITING')::int as waiting from registration where session_uuid = ?`, [session]);
  const sum = (name: 'retries' | 'failures'): number => told.reduce((all, one) => all + one[name], 0);
  return { method, ...counted!, failures: sum('failures'), retries: sum('retries'), perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
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

/** Runs a process to its end. Throws when it fails, or when the bench is stopped, which ends it. */
function run(share: Share, signal: AbortSignal): Promise<Told> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('worker.ts', import.meta.url))], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)), env: { ...process.env, SHARE: JSON.stringify(share) }, stdio: ['ignore', 'pipe', 'pipe'], signal,
  });
  let said = '';
  let faults = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (faults += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(said) as Told) : reject(new Error(`A process of the bench ended with ${code}:\n${faults}`))));
  });
}

function report(outcomes: readonly Outcome[], people: number): string {
  const naive = outcomes.find(({ method }) => method === 'naive');
  const rows = outcomes.map((one) => [
    METHODS[one.method].label, String(one.held), String(one.waiting), String(one.failures), String(one.retries), one.perSecond.toFixed(0), one.p50.toFixed(1), one.p99.toFixed(1), naive ? (one.p99 / naive.p99).toFixed(2) : '–',
  ]);
  const head = ['way to decide', 'with a place', 'waiting', 'failed', 'tries again', 'people/s', 'p50 ms', 'p99 ms', 'p99 ÷ naive'];
  return `\n${people} people for ${PLACES} places, ${PROCESSES} processes, 8 at once in each\n\n${table(head, rows)}`;
}
