import { chmodSync, chownSync, cpSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nativeFolder } from './binaries.ts';
import { startClusterFrom } from './cluster.ts';
import { ask, HASTY, isRoot, kill, newCluster, newFolder, postmasterPid, setupOf, startOwner, TIMEOUT, usedFolder, userOfProcess } from './cluster.fixture.ts';
import { endPostmaster } from './ending.ts';
import { firstLaunch } from './first-launch.ts';
import { chooseIdentity, identitiesFor } from './identity.ts';
import { makeCluster } from './initdb.ts';
import { placeOf } from './place.ts';

const NOBODY = 65534;
const PRIVATE = 0o700;

describe.skipIf(!isRoot || process.platform !== 'linux')('for a server that runs as root', () => {
  test('PostgreSQL runs as nobody', { timeout: TIMEOUT }, async () => {
    const folder = newFolder();
    const { url } = await newCluster({ folder });
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(userOfProcess(postmasterPid(folder) ?? 0)).toBe(NOBODY);
    expect(statSync(folder).uid).toBe(NOBODY);
  });

  test('a private parent folder is no obstacle, be the programs in a private folder too', { timeout: TIMEOUT }, async () => {
    const folder = newFolder(PRIVATE, tmpdir());
    const native = join(dirname(folder), 'native');
    cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
    const cluster = await startClusterFrom(native, { folder, settings: HASTY });
    onTestFinished(() => cluster.stop('immediate'));
    expect(await ask(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  // Which one is chosen depends on what the machine allows, so each is tried for itself.
  const ways = identitiesFor(placeOf(join(import.meta.dirname, 'none')), 0).slice(-3);
  test.for(ways)('a private folder works by way of $name', { timeout: TIMEOUT }, async (identity, { skip }) => {
    const setup = setupOf(newFolder(PRIVATE), identity);
    const isPossible = await chooseIdentity(setup.binaries, [identity]).then(() => true, () => false);
    skip(!isPossible, 'this machine does not allow it');
    await makeCluster(setup, 'secret');
    const { postmaster, url } = await firstLaunch(setup, 'secret');
    expect(await ask(url.href, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(postmaster.pid).toBe(postmasterPid(setup.place.data));
    await endPostmaster(postmaster.pid, setup.binaries.pgCtl, postmaster.hasEnded, 'fast');
    expect(postmaster.hasEnded()).toBe(true);
  });

  test('a data folder that root put back from a backup is made private to nobody again', { timeout: TIMEOUT }, async () => {
    const folder = await usedFolder();
    for (const path of [folder, join(folder, 'PG_VERSION')]) chownSync(path, 0, 0);
    chmodSync(folder, 0o755);
    await newCluster({ folder });
    for (const path of [folder, join(folder, 'PG_VERSION')]) expect(statSync(path).uid).toBe(NOBODY);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['with a name', 1],
    ['without a name', 12345],
  ])('an ordinary user %s runs PostgreSQL as itself, and is told when a folder is not theirs', { timeout: TIMEOUT }, async (_which, uid) => {
    const folder = newFolder();
    const user = { uid, gid: uid };
    chownSync(dirname(folder), uid, uid);
    const owner = startOwner(folder, user);
    await owner.said('row');
    expect(userOfProcess(postmasterPid(folder) ?? 0)).toBe(uid);
    await kill(owner.child);
    await startOwner(folder, user).said('row');
    const other = join(dirname(folder), 'other');
    mkdirSync(other, { mode: 0o700 });
    expect(await startOwner(other, user).said('failed')).toMatch(new RegExp(`^START_FAILED The folder .*other belongs to user 0 and this server runs as user ${uid}`));
  });
});
