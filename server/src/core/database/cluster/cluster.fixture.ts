import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { expect, onTestFinished } from 'vitest';
import { scratchFolder } from '../../../../test/scratch.ts';
import { binariesIn, nativeFolder } from './binaries.ts';
import { startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
import { placeOf } from './place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isPostmasterOf, until } from './processes.ts';
import { settingsFor } from './settings.ts';
import type { Identity } from './identity.ts';
import type { Setup } from './setup.ts';

/** Settings for tests whose subject is not durability. */
export const HASTY = { fsync: 'off', shared_buffers: '16MB' } as const;

/** Milliseconds within which anything waited for has to happen, on a busy machine too. */
export const PATIENCE = 20_000;

/** Milliseconds for a test as a whole. */
export const TIMEOUT = 3 * PATIENCE;

export const isRoot = process.getuid?.() === 0;

const scratch = scratchFolder(1);

/** A path for a data folder in a new temporary folder, both removed with whatever still runs there when the test ends. */
export function newFolder(mode = 0o755, base = scratch): string {
  const parent = mkdtempSync(join(base, 'cluster-'));
  chmodSync(parent, mode);
  const folder = join(parent, 'postgres');
  onTestFinished(async () => {
    await quitPostmaster(folder);
    rmSync(parent, { recursive: true, force: true, maxRetries: 10 });
  });
  return folder;
}

/** Not SIGKILL: a PostgreSQL that nobody starts again after it would leave a piece of shared memory for ever. */
async function quitPostmaster(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  const { data } = placeOf(folder);
  if (pid === undefined || !isPostmasterOf(pid, data)) return;
  process.kill(pid, 'SIGQUIT');
  await until(() => !isPostmasterOf(pid, data), PATIENCE);
}

/** Like newFolder, with a cluster in it that has run and was stopped. */
export async function usedFolder(): Promise<string> {
  const folder = newFolder();
  await (await startCluster({ folder, settings: HASTY })).stop();
  return folder;
}

/** A cluster that is stopped when the test ends. */
export async function newCluster(options: ClusterOptions): Promise<Cluster> {
  const cluster = await startCluster({ settings: HASTY, ...options });
  onTestFinished(() => cluster.stop('immediate'));
  return cluster;
}

/** A setup as startCluster makes it, for tests of its parts. */
export function setupOf(folder: string, identity: Identity, native = nativeFolder()): Setup {
  return { place: placeOf(folder), binaries: binariesIn(native), identity, settings: settingsFor(20, HASTY), log: () => undefined };
}

/** The rows of one statement in a session of its own. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The pid in a data folder's postmaster.pid. */
export function postmasterPid(folder: string): number | undefined {
  return readPostmasterFile(folder)?.pid;
}

/** Kills the PostgreSQL of a data folder as no one should, and answers which process that was. */
export function killPostmaster(folder: string): number {
  const pid = postmasterPid(folder);
  // Without this, number 0 or none would be the test's own process group.
  if (pid === undefined) throw new Error(`No PostgreSQL runs on ${folder}.`);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Fails the test when something does not come true in time. */
export async function eventually(isTrue: () => boolean): Promise<void> {
  expect(await until(isTrue, PATIENCE), `${isTrue}`).toBe(true);
}

/** Another server, as a process of its own: see owner.fixture.ts for what it does. */
export interface Owner {
  readonly child: ChildProcess;
  /** What it has said so far, line by line: `ready <url>`, `row <number>`, `log <line>`, `failed <code> <message>`. */
  readonly lines: readonly string[];
  /** What follows the first line that begins with this word, when it has come. */
  said(word: string): Promise<string>;
}

/** Starts another server on a folder, killed when the test ends. */
export function startOwner(folder: string, user: { uid?: number; gid?: number } = {}): Owner {
  const program = join(import.meta.dirname, 'owner.fixture.ts');
  const child = spawn(process.execPath, [program, folder], { ...user, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const find = (word: string) => lines.find((line) => line.startsWith(`${word} `));
  const said = async (word: string) => {
    await eventually(() => find(word) !== undefined);
    return (find(word) ?? '').slice(word.length + 1);
  };
  return { child, lines, said };
}

/** Kills a process and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.kill('SIGKILL')) await gone;
}

/** The numeric user a process runs as, by what the kernel says. */
export function userOfProcess(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
