/** A database of its own for each test file, copied from one that is migrated and filled once. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type DatabaseUrls, provisionApp } from '../src/core/database/index.ts';
import { grantJobs } from '../src/core/jobs/index.ts';
import { useMetadata } from '../src/core/reader/index.ts';
import { ormOptions } from '../src/orm.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL of each prepared database, the URL that may create copies of it, and how: files alone where nothing has to last. */
    databases: { readonly superuser: string; readonly empty: string; readonly full: string; readonly strategy: 'file_copy' | 'wal_log' };
  }
}

export interface TestDatabase extends DatabaseUrls {
  /** An ORM connected as the owner. */
  readonly orm: MikroORM;
}

let serial = 0;

/** Where servers over this database write, one folder for each: who is erased in one must not be missed in another. Made by whoever writes first. */
export function dataFolderOf({ owner }: Pick<TestDatabase, 'owner'>): string {
  return join(tmpdir(), `passerelle-test-data-${new URL(owner).pathname.slice(1)}`);
}

/** Copies a prepared database: `empty` is migrated only, `full` holds the reference and demonstration data. */
export async function copyDatabase(template: 'empty' | 'full'): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const { superuser, strategy, [template]: source } = inject('databases');
  const name = `t${process.pid}_${Date.now().toString(36)}_${(serial += 1)}`;
  const from = new URL(source).pathname.slice(1);
  await admin(superuser, `create database "${name}" template "${from}" owner "${await ownerOf(superuser, from)}" strategy ${strategy}`);
  const copied = new URL(source);
  copied.pathname = `/${name}`;
  const owner = copied.href;
  const app = await provisionApp(owner);
  await grantJobs({ owner, app });
  const orm = await MikroORM.init(ormOptions(owner));
  useMetadata(orm.getMetadata());
  const drop = async (): Promise<void> => {
    await orm.close();
    await admin(superuser, `drop database if exists "${name}" with (force)`);
    await admin(superuser, `drop role if exists "${name}_app"`);
    await rm(dataFolderOf({ owner }), { recursive: true, force: true });
  };
  return { owner, app, orm, drop };
}

/** The same for a whole test file: made before its tests, dropped after them. */
export function testDatabase(template: 'empty' | 'full'): () => TestDatabase {
  let database: Awaited<ReturnType<typeof copyDatabase>> | undefined;
  beforeAll(async () => {
    database = await copyDatabase(template);
  });
  afterAll(async () => {
    await database?.drop();
  });
  return () => database!;
}

async function ownerOf(superuser: string, database: string): Promise<string> {
  const rows = await admin(superuser, 'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [database]);
  return (rows[0] as { owner: string }).owner;
}

async function admin(url: string, text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
