/** What only one process does at a time, of all that are at a database. */
import pg from 'pg';

/** The lock that whoever prepares the database holds. */
const PREPARING = 7_266_020;

/** Does `work` while no other process at the database of `url` does any of this kind: the others wait. Throws what it throws, and the database's error. */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'passerelle-preparing' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    return await work();
  } finally {
    // The lock is let go of with its connection.
    await client.end();
  }
}
