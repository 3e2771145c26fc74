/**
 * The stage of the measurements: our own PostgreSQL with the large demonstration. Filling it takes minutes, so the
 * filled folder is kept under `data/bench` until the code that makes its content changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { type DatabaseUrls, provisionApp, provisionOwner, startCluster } from '../src/core/database/index.ts';
import { LARGE } from '../src/demonstration/index.ts';
import { ormOptions } from '../src/orm.ts';
import { fillDatabase } from '../src/prepare.ts';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export interface Stage extends DatabaseUrls {
  /** The postmaster's process id: all of its children work for the bench. */
  readonly postmaster: number;
  close(): Promise<void>;
}

/** What decides the content of the database. */
const SOURCES = ['server/src/migrations/**/*.ts', 'server/src/demonstration/**/*.{ts,json}', 'server/src/reference/**/*.ts', 'server/reference/*.json'];
const NAME = 'passerelle';
/** Every peer has its pool, and the ORM of the product a second one. */
const MAX_CONNECTIONS = 150;

/** Opens the stage, filling it first where it is new. `say` is told what takes long; `signal` ends it at once. */
export async function openStage(say: (line: string) => void, signal: AbortSignal): Promise<Stage> {
  const home = join(projectFolder, 'data/bench');
  const folder = join(home, await stampOfContent());
  await mkdir(home, { recursive: true });
  for (const other of await readdir(home)) if (join(home, other) !== folder) await rm(join(home, other), { recursive: true, force: true });
  const marker = join(folder, 'filled');
  const isFilled = existsSync(marker);
  if (!isFilled) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const data = join(folder, 'postgres');
  const cluster = await startCluster({ folder: data, maxConnections: MAX_CONNECTIONS, settings: { fsync: 'off', autovacuum: 'off' } });
  try {
    const owner = await provisionOwner(cluster.url, NAME);
    if (!isFilled) {
      say('Filling the large demonstration, once…');
      await Promise.race([fill(owner).then(() => settle(cluster.url)), aborted(signal)]);
      await writeFile(marker, '');
    }
    const [postmaster] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    return { owner, app: await provisionApp(owner), postmaster: Number(postmaster), close: () => cluster.stop() };
  } catch (error) {
    await cluster.stop('immediate');
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

async function stampOfContent(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: projectFolder })).sort()) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`\0${file}\0`).update(await readFile(join(projectFolder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function fill(owner: string): Promise<void> {
  const orm = await MikroORM.init(ormOptions(owner));
  try {
    await orm.migrator.up();
    await fillDatabase(orm, { demonstration: true, size: LARGE });
  } finally {
    await orm.close();
  }
}

/** Statistics, hint bits and visibility as they are on a server that has been up for a while. */
async function settle(superuser: string): Promise<void> {
  const url = new URL(superuser);
  url.pathname = `/${NAME}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  // All places were counted in one transaction, each as a new row: where time passes between them, their space is used again.
  await client.query('vacuum (full) training_session');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  await client.end();
}
