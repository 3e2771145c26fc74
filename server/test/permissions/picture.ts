/** All that is stored, so that what is changed by something that failed would be seen. */
import { vi } from 'vitest';
import { enqueue, type JobName } from '../../src/core/jobs/index.ts';
import type { TestServer } from '../http/harness.ts';

/** What is changed by looking: limits are counted, and who comes is seen. */
const LOOKED_AT = ['rate_limit', 'sign_in_session'];

/** The jobs that somebody has put there: those that come by the clock come meanwhile too. */
const PUT = '(select j.* from graphile_worker._private_jobs j where not exists (select from graphile_worker._private_known_crontabs c where c.identifier = j.key))';

/** All tables, and the jobs, each as one text. */
export async function picture(server: TestServer): Promise<Record<string, string>> {
  const em = server.database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relname = any (string_to_array(?, ' '))) order by 1`, [LOOKED_AT.join(' ')]);
  const parts = [...tables.map(({ name }) => [name, `"${name}"`]), ['jobs', PUT]].map(([name, table]) => `(select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from ${table} t) as "${name}"`);
  return (await em.execute<Record<string, string>[]>(`select ${parts.join(', ')}`))[0]!;
}

/** The tables that are not the same in two pictures. */
export function changedBetween(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.keys(before).filter((table) => before[table] !== after[table]);
}

/** Waits until what was to be done is done, so that no job changes anything meanwhile. */
export async function untilNothingIsDue(server: TestServer): Promise<void> {
  await vi.waitUntil(async () => (await server.database.orm.em.fork().execute(`select from ${PUT} j where attempts < max_attempts and run_at <= now()`)).length === 0, { timeout: 30_000 });
}

/** Does now what comes by the clock, so that its time, should it come meanwhile, changes nothing any more. */
export async function untilNothingIsTimed(server: TestServer): Promise<void> {
  const em = server.database.orm.em.fork();
  const timed = await em.execute<{ name: JobName }[]>('select identifier as name from graphile_worker._private_known_crontabs order by 1');
  for (const { name } of timed) await enqueue(em, name, {} as never, { key: `now ${name}` });
  await untilNothingIsDue(server);
}
