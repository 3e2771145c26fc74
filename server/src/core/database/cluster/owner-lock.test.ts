import { spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ask, kill, newCluster, newFolder, postmasterPid, startOwner, TIMEOUT, usedFolder } from './cluster.fixture.ts';
import { startCluster } from './index.ts';
import { isAlive } from './processes.ts';

const refusal = (folder: string, pid: number | undefined) => ({
  code: 'ALREADY_RUNNING',
  message: `The database folder ${folder} is already in use by another server (process ${pid}): stop that one first, or give this one a folder of its own.`,
});

test('a second server on the same folder is refused at once and told who holds it, until the first one is gone', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const owner = startOwner(folder);
  await owner.said('ready');
  const begin = performance.now();
  await expect(startCluster({ folder })).rejects.toMatchObject(refusal(folder, owner.child.pid));
  expect(performance.now() - begin).toBeLessThan(5_000);
  await owner.said('row');
  // The refused one must not have disturbed the first one, and a killed owner's PostgreSQL is an orphan, not an owner.
  await kill(owner.child);
  const { url } = await newCluster({ folder });
  expect(await ask(url, 'SELECT count(*) > 0 AS kept FROM numbers')).toEqual([{ kept: true }]);
});

test('a second start in the same process is refused under every spelling of the folder', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  await newCluster({ folder });
  symlinkSync(folder, `${folder}-link`);
  for (const spelling of [folder, `${folder}/../postgres`, `${folder}-link`]) {
    await expect(startCluster({ folder: spelling })).rejects.toMatchObject(refusal(folder, process.pid));
  }
  // POSIX drops a process's lock with any descriptor of the file: the refused ones must not have cost the holder its own.
  expect(await startOwner(folder).said('failed')).toContain('ALREADY_RUNNING');
});

test('numbers of dead processes that now belong to others lock nothing and harm nobody', { timeout: TIMEOUT }, async () => {
  const folder = await usedFolder();
  const stranger = spawn('sleep', ['60']);
  onTestFinished(() => void stranger.kill());
  writeFileSync(`${folder}.owner`, `${stranger.pid}\n`);
  writeFileSync(join(folder, 'postmaster.pid'), `${stranger.pid}\n${folder}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`);
  const { url } = await newCluster({ folder });
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(postmasterPid(folder)).not.toBe(stranger.pid);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});
