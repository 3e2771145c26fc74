/** All rows put back as they were: what was committed since is as if it had not been. Wants a superuser, who alone may leave out what keys and triggers ask. */
import pg from 'pg';
import { inject } from 'vitest';
import type { TestServer } from '../http/harness.ts';
import { changedBetween, picture } from './picture.ts';

const JOBS = { picture: 'jobs', schema: 'graphile_worker', name: '_private_jobs' };

interface Table {
  /** Its name in a picture. */
  readonly picture: string;
  readonly schema: string;
  readonly name: string;
}

export interface Kept {
  /** The rows as they were when they were kept. */
  readonly picture: Readonly<Record<string, string>>;
  /** Puts back what is not as it was; `now`: what is stored, where that is known. */
  readonly putBack: (now?: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Keeps what is stored now. */
export async function keepRows(server: TestServer): Promise<Kept> {
  const url = new URL(inject('databases').superuser);
  url.pathname = new URL(server.database.owner).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const kept = await picture(server);
  const tables: Table[] = Object.keys(kept).map((name) => (name === JOBS.picture ? JOBS : { picture: name, schema: 'public', name }));
  await client.query('create schema kept');
  for (const { schema, name } of tables) await client.query(`create table kept."${name}" as table "${schema}"."${name}"`);
  const columnsOf = async ({ schema, name }: Table): Promise<string> => {
    const { rows } = await client.query<{ list: string }>(`select string_agg(quote_ident(attname), ', ') as list from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [`"${schema}"."${name}"`]);
    return rows[0]!.list;
  };
  const putBack = async (now?: Readonly<Record<string, string>>): Promise<void> => {
    const changed = new Set(changedBetween(kept, now ?? (await picture(server))));
    await client.query('begin; set local session_replication_role = replica');
    for (const table of tables.filter((one) => changed.has(one.picture))) {
      const [name, columns] = [`"${table.schema}"."${table.name}"`, await columnsOf(table)];
      await client.query(`delete from ${name}; insert into ${name} (${columns}) overriding system value select ${columns} from kept."${table.name}"`);
    }
    await client.query('commit');
  };
  return { picture: kept, putBack, close: () => client.end() };
}
