import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, eventually, kill, killPostmaster, newCluster, newFolder, type Owner, PATIENCE, postmasterPid, startOwner, TIMEOUT } from './cluster.fixture.ts';
import { until } from './processes.ts';

// 5 rounds in every run; CRASH_ROUNDS=20 for a longer look.
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 5);

const WAYS = ['the server', 'PostgreSQL and then the server', 'the server and then PostgreSQL'] as const;

test(`no committed row is lost in ${ROUNDS} rounds of kill -9 on the server, its PostgreSQL or both`, { timeout: ROUNDS * TIMEOUT }, async () => {
  const folder = newFolder(0o755, tmpdir());
  const committed = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const owner = startOwner(folder);
    const url = await owner.said('ready');
    await expectAll(url, committed);
    await eventually(() => rowsOf(owner).length >= 20);
    await crash(owner, WAYS[round % WAYS.length] ?? 'the server', folder);
    for (const row of rowsOf(owner)) committed.add(row);
  }
  const { url } = await newCluster({ folder });
  await expectAll(url, committed);
});

test('a server that exits without stopping takes its PostgreSQL with it', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const owner = spawn(process.execPath, [join(import.meta.dirname, 'owner.fixture.ts'), folder, 'exit'], { stdio: 'ignore' });
  await once(owner, 'exit');
  expect(await until(() => postmasterPid(folder) === undefined, PATIENCE)).toBe(true);
});

async function crash(owner: Owner, way: (typeof WAYS)[number], folder: string): Promise<void> {
  if (way === 'PostgreSQL and then the server') {
    const pid = killPostmaster(folder);
    // The server's supervision brings it back, and its sessions go on.
    await owner.said('log PostgreSQL ended by itself');
    const before = rowsOf(owner).length;
    await eventually(() => rowsOf(owner).length >= before + 20);
    expect(postmasterPid(folder)).not.toBe(pid);
  }
  await kill(owner.child);
  if (way === 'the server and then PostgreSQL') killPostmaster(folder);
}

function rowsOf(owner: Owner): string[] {
  return owner.lines.filter((line) => line.startsWith('row ')).map((line) => line.slice('row '.length));
}

async function expectAll(url: string, committed: ReadonlySet<string>): Promise<void> {
  if (committed.size === 0) return;
  const kept = new Set((await ask(url, 'SELECT n::text FROM numbers')).map(({ n }) => n));
  expect([...committed].filter((row) => !kept.has(row))).toEqual([]);
}
