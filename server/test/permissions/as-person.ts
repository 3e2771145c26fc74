/** Doing something to a database as somebody, as the application role does it: the rules of the tables say what is theirs. */
import pg from 'pg';
import type { TestDatabase } from '../database.ts';

/** How something is done as the person with this key, or as a visitor (null or undefined), and undone. */
export type AsPerson = <T>(person: string | null | undefined, work: (client: pg.Client) => Promise<T>) => Promise<T>;

export function asPersonIn(database: () => Pick<TestDatabase, 'app'>): AsPerson {
  return async (person, work) => {
    const client = new pg.Client({ connectionString: database().app });
    await client.connect();
    try {
      await client.query('begin');
      if (person) await client.query(`select set_config('passerelle.person', $1, true)`, [person]);
      return await work(client);
    } finally {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    }
  };
}
