/** What goes with what it hangs on: the database takes the ways to it in the order of its constraints' names as text, which differs from one cluster to the next. */
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';

const database = testDatabase('empty');

/**
 * Constraints that may be asked before what they guard has gone by another way: both ends go with the same row, and they are not asked at the end.
 * `pg_trigger` fires alike triggers in the order of their names, and those of constraints are called `RI_ConstraintTrigger_a_<oid>`: 100001 comes before 99999.
 */
const ASKED_TOO_EARLY = `
  with recursive cascade as (select conrelid as part, confrelid as whole from pg_constraint where contype = 'f' and confdeltype = 'c'),
    goes_with as (
      select part, whole from cascade
      union select cascade.part, goes_with.whole from goes_with join cascade on cascade.whole = goes_with.part)
  select distinct guard.conname as name from pg_constraint guard
  where guard.contype = 'f' and guard.confdeltype in ('a', 'r') and not (guard.condeferrable and guard.condeferred and guard.confdeltype = 'a') and guard.conrelid <> guard.confrelid
    and exists (select from goes_with part where part.part = guard.conrelid
      and (part.whole = guard.confrelid or exists (select from goes_with other where other.part = guard.confrelid and other.whole = part.whole)))
  order by 1`;

const asked = async (): Promise<string[]> => (await database().orm.em.fork().execute<{ name: string }[]>(ASKED_TOO_EARLY)).map(({ name }) => name);

test('no constraint is asked before what it guards has gone with the same row', async () => {
  expect(await asked()).toEqual([]);
});

test('one that would be asked too early is found out', async () => {
  await database().orm.em.fork().execute('alter table registration_answer alter constraint registration_answer_question_uuid_foreign not deferrable');
  expect(await asked()).toEqual(['registration_answer_question_uuid_foreign']);
});
