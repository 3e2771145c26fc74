/** Taking the demonstration away, with all that guests have done in it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { importReference } from '../reference/index.ts';

/** What a database has from its migrations. */
const KEPT = ['mikro_orm_migrations'];

/**
 * Empties every table of a demonstration and imports the reference data anew: guests may have done anything, also to real
 * organisations, and nobody real can have been among them. `em` is the owner's. Returns how many experts and sessions went,
 * undefined where this is no demonstration.
 * @throws where people are whom a mail can reach: nobody can tell what is theirs
 */
export async function removeDemonstration(em: EntityManager): Promise<number | undefined> {
  await refuseMixed(em);
  const count = await em.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(7266003)');
    if ((await transaction.execute<unknown[]>('select from demonstration')).length === 0) return undefined;
    const [invented] = await transaction.execute<[{ count: number }]>('select (select count(*) from expert)::int + (select count(*) from training_session)::int as count');
    await empty(transaction);
    return invented.count;
  });
  if (count !== undefined) await importReference(em.fork());
  return count;
}

/**
 * The rules of the tables let no real address into a demonstration; a database that was put together by hand may have both.
 * @throws where it has
 */
export async function refuseMixed(em: EntityManager): Promise<void> {
  if ((await em.execute<unknown[]>('select from demonstration where reachable_addresses() > 0')).length > 0) throw new Error(MIXED);
}

const MIXED
  = 'This database has the invented accounts of a demonstration, as which anybody may sign in, and addresses that somebody can have: who signs in as the invented adviser would see them. Begin with an empty database.';

async function empty(em: EntityManager): Promise<void> {
  const tables = await em.execute<{ name: string }[]>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> all(string_to_array(?, ' '))`, [KEPT.join(' ')]);
  await em.execute(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  // What waits to be done is about what is gone. There are none where no server has run yet.
  const [jobs] = await em.execute<[{ there: boolean }]>(`select to_regclass('graphile_worker.jobs') is not null as there`);
  if (jobs.there) await em.execute('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
}
