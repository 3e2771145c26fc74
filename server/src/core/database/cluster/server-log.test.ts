import { createServer } from 'node:net';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { ask, newCluster, newFolder, setupOf, TIMEOUT, usedFolder } from './cluster.fixture.ts';
import { startCluster } from './index.ts';
import { chooseIdentity, identitiesFor } from './identity.ts';
import { claimFolder } from './ownership.ts';
import { placeOf } from './place.ts';
import { launchPostmaster, whyNotReady } from './postmaster.ts';
import { diagnose, rotateLog } from './server-log.ts';

test('what people typed is not in the log, even when a statement fails on it', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const { url } = await newCluster({ folder });
  await ask(url, 'CREATE TABLE people (mail text PRIMARY KEY)');
  await ask(url, "INSERT INTO people VALUES ('ada@example.org')");
  await expect(ask(url, "INSERT INTO people VALUES ('ada@example.org')")).rejects.toThrow('duplicate key');
  await expect(ask(url, "SELECT 'ada@example.org'::int")).rejects.toThrow('invalid input syntax');
  await expect(ask(url, "SELECT pg_terminate_backend(pg_backend_pid()), 'ada@example.org'")).rejects.toThrow();
  const log = readFileSync(`${folder}.log`, 'utf8');
  expect(log).toContain('terminating connection');
  expect(log).not.toContain('ada');
});

test('a log that grew too large becomes the one previous log', () => {
  const place = placeOf(newFolder());
  for (const text of ['oldest', 'older', 'new']) {
    writeFileSync(place.log, text);
    rotateLog(place, 4);
  }
  expect(readFileSync(place.previousLog, 'utf8')).toBe('older');
  expect(readFileSync(place.log, 'utf8')).toBe('new');
  rotateLog(place, 3);
  expect(existsSync(place.log)).toBe(true);
});

test('the cause of a failed start is its first fatal message, not the refusals of clients that came too early', async () => {
  const place = placeOf(newFolder());
  const old = 'x FATAL:  an old story\n';
  writeFileSync(place.log, `${old}t UTC [1] FATAL:  the database system is starting up\nt UTC [2] PANIC:  could not locate a valid checkpoint record\nt UTC [1] LOG:  aborting startup\n`);
  expect(await diagnose(place, old.length, 'exit code 1')).toEqual({ kind: 'other', reason: 'could not locate a valid checkpoint record' });
});

test('a setting that PostgreSQL does not know is told in its own words', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  await expect(startCluster({ folder, settings: { fsync: 'off', no_such_setting: '1' } })).rejects.toMatchObject({
    code: 'START_FAILED',
    message: `PostgreSQL could not start on ${folder}: unrecognized configuration parameter "no_such_setting" (see ${folder}.log).`,
  });
});

test('a port that is taken is told apart from other troubles', { timeout: TIMEOUT }, async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void squatter.close());
  await once(squatter, 'listening');
  const port = `${(squatter.address() as { port: number }).port}`;
  const draft = setupOf(await usedFolder(), { name: '', user: {}, before: [] });
  const setup = { ...draft, identity: await chooseIdentity(draft.binaries, identitiesFor(draft.place)) };
  claimFolder(setup);
  const postmaster = launchPostmaster(setup, port);
  expect(await whyNotReady(setup, postmaster, new URL(`postgres://127.0.0.1:${port}`))).toMatchObject({ kind: 'port-taken' });
});
