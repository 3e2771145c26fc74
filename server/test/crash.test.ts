/** What survives when the server, its database or both are killed without warning. `CRASH_ROUNDS` raises the rounds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const server = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passerelle-crash-'));

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
  readonly startedIn: number;
}

function start(): Promise<Running> {
  const begun = Date.now();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: server, env: { ...process.env, PORT: '0', DATA_FOLDER: folder, DEVELOPMENT: 'true', DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /Passerelle: (http:\S+)/.exec(said)?.[1];
      if (address) resolve({ process: child, address, startedIn: Date.now() - begun });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

/** Rows of every kind, as the API counts them. */
async function counts(address: string): Promise<unknown> {
  const query = '{ trainingSessions { totalCount } experts { totalCount } organisations { totalCount } recommendations { totalCount } terms { totalCount } countries { code } }';
  const response = await fetch(`${address}/graphql?locale=fr`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: unknown }).data;
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve());

const postmaster = (): number => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** Kills the database's first process and gives its number. */
function killDatabase(): number {
  const pid = postmaster();
  process.kill(pid, 'SIGKILL');
  return pid;
}

describe('after kill -9', () => {
  let running: Running;
  let before: unknown;

  beforeAll(async () => {
    running = await start();
    before = await counts(running.address);
  }, 60_000);

  afterAll(async () => {
    running.process.kill('SIGTERM');
    await ended(running.process);
    rmSync(folder, { recursive: true, force: true });
  });

  test(`of the server, ${ROUNDS} times, each start succeeds within 10 s and every row is there`, { timeout: ROUNDS * 30_000 }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      running.process.kill('SIGKILL');
      await ended(running.process);
      running = await start();
      expect(running.startedIn).toBeLessThan(10_000);
      expect(await counts(running.address)).toEqual(before);
    }
  });

  test(`of the database, ${ROUNDS} times, the server answers again without a restart and every row is there`, { timeout: ROUNDS * 30_000 }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const killed = killDatabase();
      await expect.poll(() => postmaster(), { timeout: 10_000, interval: 20 }).not.toBe(killed);
      await expect.poll(() => counts(running.address), { timeout: 10_000, interval: 100 }).toEqual(before);
    }
  });

  test('of both at once, the next start succeeds and every row is there', { timeout: 60_000 }, async () => {
    killDatabase();
    running.process.kill('SIGKILL');
    await ended(running.process);
    running = await start();
    expect(await counts(running.address)).toEqual(before);
  });

  test('a second server on the same folder is refused at once, in a sentence', { timeout: 30_000 }, async () => {
    await expect(start()).rejects.toThrow(/folder|already/i);
  });

  test('SIGTERM ends the server and its database cleanly', { timeout: 30_000 }, async () => {
    running.process.kill('SIGTERM');
    await ended(running.process);
    expect(running.process.exitCode).toBe(0);
    expect(() => readFileSync(join(folder, 'postgres/postmaster.pid'))).toThrow();
    running = await start();
    expect(await counts(running.address)).toEqual(before);
  });
});
