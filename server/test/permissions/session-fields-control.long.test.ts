/** The control of the matrix of sessions: an embassy that prepares everywhere, as the readers have it, still sees what is its own as long as the rules of the database hold; without them it is found out, of each type. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { signEverybodyIn } from './roles.ts';
import { wrongTypes } from './session-found.ts';
import { SESSION_ROWS } from './session-rows.ts';
import { makeRows } from './session-world.ts';

vi.mock('../../src/members/standing.ts', async (original) => {
  const { sql } = await import('../../src/core/reader/index.ts');
  return { ...(await original<object>()), ownCountries: sql`select c.code from country c` };
});

const server = testServer({ signInLimits: UNLIMITED });

test('readers that take every country for that of an embassy are found out, of each type, once the rules of the tables are taken away too', { timeout: 120_000 }, async () => {
  const headers = await signEverybodyIn(server());
  const { sessions } = await makeRows(server(), headers);
  expect(await wrongTypes(server(), headers, 'scacElsewhere', sessions)).toEqual([]);
  const em = server().database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(`select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`);
  for (const { name } of tables) await em.execute(`alter table "${name}" disable row level security`);
  // What the owner's views and functions ask.
  await em.execute(`create or replace function may_prepare(who uuid, the_country text) returns boolean language sql stable security definer set search_path = public
    return exists (select from member a where a.person_id = who and a.role in ('ADVISER', 'ASSISTANT', 'SCAC', 'SSI'))`);
  expect(await wrongTypes(server(), headers, 'scacElsewhere', sessions)).toEqual(Object.keys(SESSION_ROWS).filter((type) => type !== 'TrainingRecordEntry'));
  // Who is no embassy still sees what is theirs.
  expect(await wrongTypes(server(), headers, 'ngoMember', sessions)).toEqual([]);
});
