/** What is real reaches nobody invented by way of a plan: neither who could go, nor a search of somebody real, nor the trail; and a search goes with whom it knows. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { missionFacts } from '../planner/problem/index.ts';
import { searchPlan, stopPlanSearch } from './plan-search.service.ts';
import { MISSION_KEY } from './plans.fixture.ts';
import { takeOverPlan } from './take-over.service.ts';

const database = testDatabase('full');
const REAL = randomUUID();
const EXPERT = randomUUID();
const CALL = randomUUID();
const CHOSEN = { envelopeCents: null, interpreterCents: null, taken: [], isTeamKept: false, isIdea: false, mostCountries: null, goals: null, kindLimits: [], pins: [], former: null, seed: 0 };
let orm: MikroORM;
let invented: string;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const knownTo = async (person: string): Promise<readonly string[]> => (await transactAs(orm, person)((em) => missionFacts(em, MISSION_KEY)))!.persons.map(({ key }) => key);
const asks = async (person: string): Promise<string> => {
  const key = randomUUID();
  expect(await transactAs(orm, person)((em) => searchPlan(em, { person, key }, MISSION_KEY, CHOSEN))).toMatchObject({ outcome: 'DONE' });
  return key;
};
const count = async (person: string, rows: string): Promise<number> => (await transactAs(orm, person)((em) => em.execute<{ n: number }[]>(`select count(*)::int as n from ${rows}`)))[0]!.n;

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(database().app));
  [{ invented }] = await sql<{ invented: string }>(`select id as invented from person where email = 'adviser@passerelle.example'`) as [{ invented: string }];
  await sql(`insert into person (id, name, email, created_at, updated_at) values (?, 'Somebody', 'real@adviser.example', now(), now())`, [REAL]);
  await sql(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), ?, 'ADVISER', current_date)`, [REAL]);
  await database().orm.em.fork().transactional(async (em) => {
    await em.execute(`insert into expert (uuid, name, profession_code, institution_code, source_locale) values (?, 'Real', 'JUDGE', 'ENM', 'fr')`, [EXPERT]);
    await em.execute(`insert into expert_translation (expert_uuid, locale, summary) values (?, 'fr', 'Real')`, [EXPERT]);
    await em.execute(`insert into availability_call (uuid, source_locale, from_on, until_on, answers_until) select ?, 'fr', starts_on, ends_on, starts_on - 1 from mission where uuid = ?`, [CALL, MISSION_KEY]);
    await em.execute(`insert into availability_call_translation (call_uuid, locale, title) values (?, 'fr', 'Real')`, [CALL]);
    await em.execute(`insert into availability_request (uuid, call_uuid, expert_uuid, submission, answered_at, answers) select gen_random_uuid(), uuid, ?, gen_random_uuid(), now(), array_fill('NO'::text, array[until_on - from_on + 1]) from availability_call where uuid = ?`, [EXPERT, CALL]);
  });
}, 120_000);
afterAll(() => orm.close());

/** With these rows said to be invented for as long as it takes. */
async function asInvented<T>(rows: readonly (readonly [table: string, uuid: string])[], work: () => Promise<T>): Promise<T> {
  const say = async (is: boolean): Promise<void> => {
    for (const [table, uuid] of rows) {
      await sql(`alter table ${table} disable trigger user`);
      await sql(`update ${table} set is_demonstration = ? where uuid = ?`, [is, uuid]);
      await sql(`alter table ${table} enable trigger user`);
    }
  };
  await say(true);
  try {
    return await work();
  } finally {
    await say(false);
  }
}

test('whom a real call has asked could go on no invented mission, whoever asks; were both invented they could: the control', async () => {
  for (const person of [REAL, invented]) expect(await knownTo(person)).not.toContain(EXPERT);
  for (const one of [['expert', EXPERT], ['availability_call', CALL]] as const) expect(await asInvented([one], () => knownTo(REAL))).not.toContain(EXPERT);
  expect(await asInvented([['expert', EXPERT], ['availability_call', CALL]], () => knownTo(REAL))).toContain(EXPERT);
});

test('what somebody real has had searched for, nobody invented reads, stops or takes over; were it invented they would: the control', async () => {
  const key = await asks(REAL);
  const rows = `plan_search where uuid = '${key}'`;
  expect([await count(REAL, rows), await count(invented, rows)]).toEqual([1, 0]);
  const [{ problem }] = await sql<{ problem: string }>('select problem::text as problem from plan_search where uuid = ?', [key]) as [{ problem: string }];
  expect(problem).not.toContain(EXPERT);
  expect(await transactAs(orm, invented)((em) => stopPlanSearch(em, { person: invented, key }))).toBe('GONE');
  const takes = async (): Promise<string> => (await transactAs(orm, invented)((em) => takeOverPlan(em, { person: invented, key, origin: 'http://localhost', alternative: null }, { missionVersion: 1, searchVersion: 1, seal: '' }))).outcome;
  expect(await takes()).toBe('GONE');
  await sql('update plan_search set is_demonstration = true where uuid = ?', [key]);
  expect([await count(invented, rows), await takes()]).toEqual([1, 'TOO_LATE']);
  expect(await count(REAL, `plan_search where uuid = '${await asks(invented)}' and is_demonstration`)).toBe(1);
});

test('of the trail of a real mission nobody invented reads anything; without the wall they would: the control', async () => {
  const mission = randomUUID();
  for (const subject of ['MISSION', 'MISSION_LEG', 'CONSULTATION', 'OPINION', 'AVAILABILITY_CALL']) await sql(`insert into audit_entry (by_id, action, subject, object, part) values (?, 'CHANGED', '${subject}', ?, 'walled')`, [REAL, subject === 'AVAILABILITY_CALL' ? CALL : mission]);
  await sql(`insert into audit_entry (by_id, action, subject, object, part) values (?, 'CHANGED', 'AVAILABILITY_REQUEST', ?, 'walled')`, [REAL, EXPERT]);
  for (const part of ['plan.walled', 'mission.walled']) await sql(`insert into audit_entry (by_id, action, subject, object, part) values (?, 'ADDED', 'EXPORT', ?, ?)`, [REAL, mission, part]);
  await sql(`insert into audit_entry (by_id, action, subject, object, part) values (?, 'CHANGED', 'MISSION', ?, 'walled of an invented one')`, [REAL, MISSION_KEY]);
  const seen = async (): Promise<readonly number[]> => [await count(REAL, `audit_entry where part ~ 'walled$'`), await count(invented, `audit_entry where part ~ 'walled$'`), await count(invented, `audit_entry where part = 'walled of an invented one'`)];
  expect(await seen()).toEqual([8, 0, 1]);
  for (const wall of ['missions', 'calls', 'those_asked']) await sql(`drop policy "audit_entry_of_${wall}" on "audit_entry"`);
  expect(await seen()).toEqual([8, 8, 1]);
});

test('a search goes with a place in the team that it knows; one that does not know it stays', async () => {
  await sql('delete from plan_search');
  const [knows, another] = [await asks(REAL), await asks(REAL)];
  const [{ member }] = await sql<{ member: string }>(`select uuid as member from mission_member where mission_uuid = ? and substitute_for_uuid is null order by expert_uuid is null, uuid limit 1`, [MISSION_KEY]) as [{ member: string }];
  await sql(`update plan_search set problem = jsonb_set(problem, '{persons}', '[]') where uuid = ?`, [another]);
  await sql('delete from mission_member where uuid = ?', [member]);
  expect(await sql('select uuid from plan_search')).toEqual([{ uuid: another }]);
  expect(knows).not.toBe(another);
});

test('of the searches of a mission that are over the last twenty are kept', async () => {
  await sql('delete from plan_search');
  await sql(`insert into plan_search (uuid, mission_uuid, asked_at, state, ended_at, problem_hash, problem, assumed, is_demonstration) select overlay(gen_random_uuid()::text placing '4' from 15 for 1)::uuid, ?, now() - n * interval '1 hour', 'DONE', now(), n::text, '{}', '{}', false from generate_series(1, 23) n`, [MISSION_KEY]);
  const waits = await asks(REAL);
  const left = await sql<{ hash: string }>(`select problem_hash as hash from plan_search where uuid <> ? order by asked_at desc`, [waits]);
  expect(left.map(({ hash }) => hash)).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1)));
});
