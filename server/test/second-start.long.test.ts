/**
 * The product as `npm start` runs it, started twice on an empty folder: the second start does nothing of what the first one did.
 * That it is the sooner one, `crash.long.test.ts` says. Where the product is not built of these sources, the first start builds it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const server = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passerelle-second-start-'));
const called = join(folder, 'called');
let running: ChildProcess | undefined;

/** What a start has done, as its log says. */
interface Start {
  readonly said: string;
  readonly prepared: { readonly migrations: number; readonly isImported: boolean; readonly demonstration: string };
  readonly seconds: number;
}

/** A folder of programs that install and build, each of which notes that it was called, and fails. */
function failingPrograms(): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const name of ['npm', 'npx', 'pnpm', 'vite']) writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} $*" >> '${called}'\nexit 1\n`, { mode: 0o755 });
  return programs;
}

/** Ends what still runs, and its database with it, which would outlive a server that is killed. */
async function stop(child: ChildProcess | undefined): Promise<void> {
  if (!child || (child.exitCode ?? child.signalCode) !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(late);
}

/** Starts it, waits until it answers, and stops it. */
async function start(path: string): Promise<Start> {
  const child = spawn(process.execPath, ['bin/start.ts'], {
    cwd: server, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, NODE_ENV: undefined, PORT: '0', DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '', DEMONSTRATION: 'yes', DEVELOPMENT: '' },
  });
  running = child;
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('Passerelle: http')) resolve();
      });
    }
    void ended.then((code) => reject(new Error(`The product ended with ${code}:\n${said}`)));
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const lines = said.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
  const told = (message: string): Record<string, unknown> => lines.find(({ msg }) => msg === message)!;
  return { said, prepared: told('The database is prepared') as unknown as Start['prepared'], seconds: told('The server answers').seconds as number };
}

afterAll(async () => {
  await stop(running);
  rmSync(folder, { recursive: true, force: true });
});

test('a second start installs, builds, migrates, imports and fills nothing, makes no database, and says how long it took', { timeout: 300_000 }, async () => {
  const first = await start(process.env.PATH!);
  expect(first.prepared).toMatchObject({ migrations: expect.any(Number), isImported: true, demonstration: 'FILLED' });
  expect(first.prepared.migrations).toBeGreaterThan(0);
  expect(first.said).toContain('Making a new database folder');
  const second = await start([failingPrograms(), process.env.PATH!].join(delimiter));
  expect(second.prepared).toMatchObject({ migrations: 0, isImported: false, demonstration: 'THERE' });
  expect(second.said).not.toMatch(/Building|Making a new database folder/);
  expect(existsSync(called) ? readFileSync(called, 'utf8') : '').toBe('');
  expect(second.seconds).toBeGreaterThan(0);
});
