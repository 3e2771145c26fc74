import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, eventually, HASTY, isRoot, killPostmaster, newCluster, newFolder, TIMEOUT } from './cluster.fixture.ts';
import { startCluster } from './index.ts';

test('a PostgreSQL that dies is back on the same port, pools reconnect, and one line is logged', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const { url } = await newCluster({ folder, log: (line) => lines.push(line) });
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  onTestFinished(() => pool.end());
  await pool.query('CREATE TABLE kept AS SELECT 7 AS n');
  lines.length = 0;
  for (let death = 1; death <= 2; death += 1) {
    killPostmaster(folder);
    await eventually(() => lines.length === death);
    expect(lines.at(-1)).toMatch(new RegExp(`^PostgreSQL ended by itself \\(SIGKILL\\) and is back on port ${new URL(url).port} after \\d+ ms$`));
    expect((await pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 7 }]);
  }
});

test('a PostgreSQL that is killed again and again is back within a moment each time', { timeout: 2 * TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  await newCluster({ folder, log: (line) => lines.push(line) });
  lines.length = 0;
  for (let death = 1; death <= 8; death += 1) {
    killPostmaster(folder);
    await eventually(() => lines.length === death);
  }
  // The pause before the eighth start, had it gone on doubling, would alone be over six seconds.
  const took = lines.map((line) => Number(/after (\d+) ms/.exec(line)![1]));
  expect(took.at(-1)! - took[0]!).toBeLessThan(3_000);
});

test.runIf(process.platform === 'linux')('a statement that its dead PostgreSQL cannot interrupt any more does not keep the next one waiting', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const { url } = await newCluster({ folder, log: (line) => lines.push(line) });
  const loop = "DO $$ BEGIN CREATE TABLE at_work (); COMMIT; LOOP PERFORM 1; END LOOP; END $$";
  const broken = expect(ask(url, loop)).rejects.toThrow();
  while ((await ask(url, "SELECT to_regclass('at_work') AS t"))[0]?.['t'] === null) await pause(10);
  killPostmaster(folder);
  await eventually(() => lines.some((line) => line.includes('is back on port')));
  await broken;
});

test('a superuser password that was changed meanwhile does not keep a PostgreSQL from coming back', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const { url } = await newCluster({ folder, log: (line) => lines.push(line) });
  await ask(url, "ALTER ROLE postgres PASSWORD 'changed'");
  killPostmaster(folder);
  await eventually(() => lines.some((line) => line.includes('is back on port')));
});

test('stop ends the supervision too, even right after a death', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const cluster = await startCluster({ folder, settings: HASTY, log: (line) => lines.push(line) });
  lines.length = 0;
  killPostmaster(folder);
  await cluster.stop();
  expect(lines).toEqual([]);
  await expect(ask(cluster.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  // The folder is free: no supervision holds it or starts anything on it.
  const again = await newCluster({ folder });
  expect(await ask(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

describe.skipIf(!isRoot || !mayMount())('on a full disk', () => {
  test('a first start says so and leaves nothing behind', { timeout: TIMEOUT }, async () => {
    const disk = smallDisk('24m');
    const folder = join(disk, 'postgres');
    await expect(startCluster({ folder, settings: HASTY })).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: `The disk that holds ${folder} is full: free some space and start again.`,
    });
    expect(readdirSync(disk).sort()).toEqual(['postgres.lock', 'postgres.password']);
  });

  test('a PostgreSQL that dies is tried again and again, told about, and back when there is room', { timeout: TIMEOUT }, async () => {
    const folder = join(smallDisk('120m'), 'postgres');
    const lines: string[] = [];
    const { url } = await newCluster({ folder, log: (line) => lines.push(line) });
    await ask(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    const ballast = fill(dirname(folder));
    // A full disk alone does no harm: PostgreSQL ends when its write-ahead log needs the next file of 16 MB.
    const wal = "SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000)) FROM generate_series(1, 20)";
    await expect(ask(url, wal)).rejects.toThrow();
    await eventually(() => lines.filter((line) => line.includes('is full')).length >= 2);
    expect(lines.at(-1)).toMatch(new RegExp(`cannot come back because the disk that holds ${folder} is full: next try in \\d+ ms$`));
    rmSync(ballast);
    await eventually(() => lines.some((line) => line.includes('is back on port')));
    expect(await ask(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });
});

function mayMount(): boolean {
  return spawnSync('unshare', ['--mount', 'true']).status === 0;
}

/** A file system in memory of this size, gone when the test ends. */
function smallDisk(size: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function fill(folder: string): string {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    return path;
  } finally {
    closeSync(file);
  }
}
