/**
 * Prepares, once for all test files, the databases they copy: on our own cluster, or on the PostgreSQL at
 * `TEST_DATABASE_URL` (a role that may create databases and roles).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import type { TestProject } from 'vitest/node';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { migrateJobs } from '../src/core/jobs/index.ts';
import { ormOptions } from '../src/orm.ts';
import { fillDatabase } from '../src/prepare.ts';
import { scratchFolder } from './scratch.ts';

/** Nothing is kept, and little written twice; nobody guesses the passwords. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '256MB', scram_iterations: '1' };

export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const folder = external ? undefined : await mkdtemp(join(scratchFolder(3), 'passerelle-test-'));
  const cluster = folder
    ? await startCluster({ folder: join(folder, 'postgres'), settings: FORGETFUL, maxConnections: 120 })
    : undefined;
  const superuser = cluster?.url ?? external!;
  const run = `passerelle_test_${process.pid}`;
  const empty = await prepare(superuser, `${run}_empty`, false);
  const full = await prepare(superuser, `${run}_full`, true);
  project.provide('databases', { superuser, empty, full, strategy: cluster ? 'file_copy' : 'wal_log' });
  return async () => {
    if (cluster) await cluster.stop('immediate');
    else await dropDatabases(superuser, [`${run}_empty`, `${run}_full`]);
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}

async function prepare(superuser: string, name: string, fill: boolean): Promise<string> {
  const owner = await provisionOwner(superuser, name);
  const orm = await MikroORM.init(ormOptions(owner));
  try {
    await orm.migrator.up();
    await migrateJobs(owner);
    if (fill) await fillDatabase(orm, { demonstration: true });
  } finally {
    await orm.close();
  }
  return owner;
}

async function dropDatabases(superuser: string, names: readonly string[]): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  for (const name of names) {
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`drop role if exists "${name}_owner"`);
  }
  await client.end();
}
