/**
 * Jobs that a process had taken when it was killed. The runner would wait four hours for it. Here each runner holds a lock
 * for as long as it is connected, so whoever holds none is gone and its jobs are free again.
 */
import type pg from 'pg';

const PRESENCE = 7_266_010;

/** Why a job was given up whose runner was gone in the midst of its last attempt. */
export const ABANDONED = 'ABANDONED';

/** Says that a runner is there, for as long as this connection lasts. */
export async function sayPresent(client: Pick<pg.ClientBase, 'query'>, runner: string): Promise<void> {
  await client.query('select pg_advisory_lock($1::int, hashtext($2))', [PRESENCE, runner]);
}

/** Frees the jobs whose runner is gone; those of the runner that asks are its own affair. One that has no attempt left is given up by that, and says why. Gives how many there were. */
export async function freeAbandoned(pool: Pick<pg.Pool, 'query'>, asking?: string): Promise<number> {
  const { rowCount } = await pool.query(`
    with taken as materialized (select distinct locked_by from graphile_worker._private_jobs where locked_by <> coalesce($2, '')),
    gone as materialized (select locked_by from taken where pg_try_advisory_xact_lock_shared($1::int, hashtext(locked_by)))
    update graphile_worker._private_jobs as jobs set locked_by = null, locked_at = null, last_error = case when attempts >= max_attempts then '${ABANDONED}' else last_error end from gone where jobs.locked_by = gone.locked_by`, [PRESENCE, asking ?? null]);
  return rowCount ?? 0;
}
