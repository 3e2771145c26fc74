/** Two at once: to see that somebody waits for a lock before the one who holds it goes on. */
import { vi } from 'vitest';
import type { TestDatabase } from './database.ts';

/** Until so many connections to this database, of a cluster that others use too, wait for a lock. */
export const untilWaiting = (database: Pick<TestDatabase, 'orm'>, connections = 1): Promise<unknown> =>
  vi.waitUntil(async () => (await waiting(database)) >= connections, { timeout: 20_000 });

/** How many connections to this database wait for a lock. */
export async function waiting(database: Pick<TestDatabase, 'orm'>): Promise<number> {
  const [row] = await database.orm.em.fork().execute<[{ n: number }]>(
    'select count(distinct pid)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())',
  );
  return row.n;
}
