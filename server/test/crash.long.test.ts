/** What survives when the server, its database or both are killed without warning, while somebody writes. `CRASH_ROUNDS` raises the rounds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signIn, Writer } from './crash-writer.ts';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
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
    cwd: server, env: { ...process.env, PORT: '0', DATA_FOLDER: folder, DEVELOPMENT: 'true', DATABASE_URL: '', PROOF_OF_WORK: '0', MEMBER_LIMIT: '1000000', VISITOR_LIMIT: '1000000' }, stdio: ['ignore', 'pipe', 'pipe'],
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
  let writer: Writer;
  let first: number;

  beforeAll(async () => {
    running = await start();
    first = running.startedIn;
    before = await counts(running.address);
    writer = new Writer(running.address, await signIn(running.address));
  }, 300_000);

  // What failed in the midst of its work leaves nobody at work.
  afterEach(() => writer.end());

  afterAll(async () => {
    running.process.kill('SIGTERM');
    await ended(running.process);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Waits until the writer is in the middle of its work: something was stored since, and a little more time has passed each round. */
  async function amidWrites(round: number): Promise<void> {
    const stored = writer.stored.size;
    await expect.poll(() => writer.stored.size, { interval: 1 }).toBeGreaterThan(stored + 2);
    await wait((round * 3) % 17);
  }

  /** Kills the server, and starts it anew. */
  async function restart(): Promise<void> {
    running.process.kill('SIGKILL');
    await ended(running.process);
    running = await start();
    writer.address = running.address;
  }

  /** All that was stored by the word of the server is there, once and whole, and so is every row of before. */
  async function nothingIsLost(): Promise<void> {
    await writer.end();
    expect(await writer.found()).toEqual(writer.stored);
    expect(await counts(running.address)).toEqual(before);
  }

  test(`of the server, ${ROUNDS} times amid writes, each start succeeds, in a time like that of the first one, and all that was answered is there`, { timeout: ROUNDS * 90_000 }, async () => {
    writer.begin();
    for (let round = 0; round < ROUNDS; round += 1) {
      await amidWrites(round);
      const unanswered = writer.unanswered;
      await restart();
      expect(running.startedIn, 'a start that waits for something').toBeLessThan(first * 3);
      expect(writer.unanswered, 'a kill that no write saw').toBeGreaterThan(unanswered);
    }
    await nothingIsLost();
  });

  test(`of the database, ${ROUNDS} times amid writes, the server answers again without a restart and all that was answered is there`, { timeout: ROUNDS * 90_000 }, async () => {
    writer.begin();
    for (let round = 0; round < ROUNDS; round += 1) {
      await amidWrites(round);
      const unanswered = writer.unanswered;
      const killed = killDatabase();
      await expect.poll(() => postmaster(), { timeout: 10_000, interval: 20 }).not.toBe(killed);
      const stored = writer.stored.size;
      await expect.poll(() => writer.stored.size, { timeout: 10_000, interval: 20 }).toBeGreaterThan(stored);
      expect(writer.unanswered, 'a kill that no write saw').toBeGreaterThan(unanswered);
    }
    expect([...writer.refusals]).toEqual(['SERVICE_UNAVAILABLE']);
    await nothingIsLost();
  });

  test('of both at once amid writes, the next start succeeds and all that was answered is there', { timeout: 120_000 }, async () => {
    writer.begin();
    await amidWrites(0);
    killDatabase();
    await restart();
    await nothingIsLost();
  });

  test('what was stored and is gone is noticed', { timeout: 30_000 }, async () => {
    writer.stored.set('TrainingSession_019abc00-0000-7000-8000-00000000dead', 'nobody has it');
    await expect(nothingIsLost()).rejects.toThrow();
    writer.stored.delete('TrainingSession_019abc00-0000-7000-8000-00000000dead');
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
    writer.address = running.address;
    await nothingIsLost();
  });
});
