import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, eventually, HASTY, kill, newCluster, newFolder, postmasterPid, startOwner, TIMEOUT, usedFolder } from './cluster.fixture.ts';
import { startCluster } from './index.ts';

const passwordOf = (url: string) => new URL(url).password;

test('a first start makes a UTF-8 cluster with ICU collation, checksums and the settings of a small durable server', { timeout: TIMEOUT }, async () => {
  const { url, version, ownsProcess } = await newCluster({ folder: newFolder(), settings: {} });
  const [database] = await ask(url, "SELECT datlocprovider, datlocale, datcollate, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = 'postgres'");
  expect(database).toEqual({ datlocprovider: 'i', datlocale: 'und', datcollate: 'C.UTF-8', encoding: 'UTF8' });
  const names = ['data_checksums', 'fsync', 'synchronous_commit', 'jit', 'TimeZone', 'max_connections', 'shared_buffers', 'listen_addresses', 'unix_socket_directories'];
  const settings = await ask(url, `SELECT ${names.map((name) => `current_setting('${name}') AS "${name}"`).join(', ')}`);
  expect(settings).toEqual([{
    data_checksums: 'on', fsync: 'on', synchronous_commit: 'on', jit: 'off', TimeZone: 'UTC',
    max_connections: '60', shared_buffers: '128MB', listen_addresses: '127.0.0.1', unix_socket_directories: '',
  }]);
  expect(version).toMatch(/^18\.\d+$/);
  expect(ownsProcess).toBe(true);
});

test('the password is in a file for the server alone, is required, and is in no argument, environment or log', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const lines: string[] = [];
  const { url } = await newCluster({ folder, log: (line) => lines.push(line) });
  const password = passwordOf(url);
  expect(readFileSync(`${folder}.password`, 'utf8').trim()).toBe(password);
  expect(statSync(`${folder}.password`).mode & 0o777).toBe(0o600);
  await expect(ask(url.replace(password, 'guessed'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  const seen = [readFileSync(`${folder}.log`, 'utf8'), ...lines];
  if (process.platform === 'linux') seen.push(...['cmdline', 'environ'].map((name) => readFileSync(`/proc/${postmasterPid(folder)}/${name}`, 'utf8')));
  expect(seen.join()).not.toContain(password);
});

test('a later start is quick, keeps data and password, and stop ends the process before it resolves', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  const first = await newCluster({ folder });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  const pid = postmasterPid(folder) ?? 0;
  await Promise.all([first.stop(), first.stop('immediate')]);
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(readFileSync(`${folder}.log`, 'utf8')).toContain('database system is shut down');
  const begin = performance.now();
  const second = await newCluster({ folder });
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(passwordOf(second.url)).toBe(passwordOf(first.url));
  expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

test.each([
  ['has just begun', 'PG_VERSION'],
  ['has come far', 'base/4'],
])('a server killed when its initdb %s leaves nothing in the way of the next start', { timeout: TIMEOUT }, async (_when, sign) => {
  const folder = newFolder();
  const parent = dirname(folder);
  const unfinished = () => readdirSync(parent).filter((name) => name.includes('.initdb-'));
  const owner = startOwner(folder);
  await eventually(() => unfinished().some((name) => existsSync(join(parent, name, 'data', sign))));
  await kill(owner.child);
  expect(existsSync(folder)).toBe(false);
  const { url } = await newCluster({ folder });
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(unfinished()).toEqual([]);
});

test('an empty folder that is there already becomes the cluster', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  mkdirSync(folder);
  const { url } = await newCluster({ folder });
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a folder with other things in it is refused and left as it is', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, 'thesis.txt'), 'mine');
  await expect(startCluster({ folder })).rejects.toMatchObject({ code: 'INITDB_FAILED', message: expect.stringContaining(folder) });
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});

test('a lost password file is replaced by a new password, and a wrong one is told', { timeout: TIMEOUT }, async () => {
  const folder = await usedFolder();
  const lost = readFileSync(`${folder}.password`, 'utf8').trim();
  writeFileSync(`${folder}.password`, 'of another cluster\n');
  await expect(startCluster({ folder, settings: HASTY })).rejects.toMatchObject({ code: 'START_FAILED', message: expect.stringContaining('delete that file') });
  rmSync(`${folder}.password`);
  const second = await newCluster({ folder });
  expect(passwordOf(second.url)).toMatch(/^[0-9a-f]{48}$/);
  expect(passwordOf(second.url)).not.toBe(lost);
  expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readFileSync(`${folder}.log`, 'utf8')).not.toContain(passwordOf(second.url));
});

test('a folder of another major version is refused with what to do about it', { timeout: TIMEOUT }, async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, 'PG_VERSION'), '17\n');
  await expect(startCluster({ folder })).rejects.toMatchObject({ code: 'WRONG_VERSION', message: expect.stringMatching(/PostgreSQL 17 .* PostgreSQL 18: dump it with the pg_dumpall of version 17/) });
});

test('what the file system refuses is a failed start that names the folder', async () => {
  const folder = newFolder();
  writeFileSync(join(dirname(folder), 'file'), '');
  const impossible = join(dirname(folder), 'file', 'postgres');
  await expect(startCluster({ folder: impossible })).rejects.toMatchObject({ code: 'START_FAILED', message: expect.stringContaining(impossible) });
});
