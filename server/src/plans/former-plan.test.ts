/** An earlier plan to stay near to, as a question has it: of people by the keys that they have now, and of no search that whoever asks may not see. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Plan } from '@passerelle/shared/planning.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { missionFacts } from '../planner/problem/index.ts';
import { searchPlan } from './plan-search.service.ts';
import { MISSION_KEY } from './plans.fixture.ts';

const database = testDatabase('full');
const STARTS = 30_000_000;
let orm: MikroORM;
let adviser: string;
let expert: string;
let former: string;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);

/** The question of a search that is to stay near to the former plan; undefined where there is none to stay near to. */
async function asked(): Promise<Plan | undefined> {
  const key = randomUUID();
  await transactAs(orm, adviser)((em) => searchPlan(em, { person: adviser, key }, MISSION_KEY, { envelopeCents: null, interpreterCents: null, taken: [], isTeamKept: false, isIdea: false, mostCountries: null, goals: null, kindLimits: [], pins: [], former: { search: former, as: 'BEST' }, seed: 0 }));
  const [row] = await sql<{ former: Plan }>(`select problem -> 'former' as former from plan_search where uuid = ?`, [key]);
  return row?.former;
}

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(database().app));
  [{ adviser }] = await sql<{ adviser: string }>(`select id as adviser from person where email = 'adviser@passerelle.example'`) as [{ adviser: string }];
  [{ expert }] = await sql<{ expert: string }>(`select uuid as expert from expert e where e.is_demonstration and not exists (select from mission_member m where m.expert_uuid = e.uuid) order by uuid limit 1`) as [{ expert: string }];
  await database().orm.em.fork().transactional(async (em) => {
    const call = randomUUID();
    await em.execute(`insert into availability_call (uuid, source_locale, from_on, until_on, answers_until, is_demonstration) select ?, 'fr', starts_on, ends_on, starts_on - 1, true from mission where uuid = ?`, [call, MISSION_KEY]);
    await em.execute(`insert into availability_call_translation (call_uuid, locale, title) values (?, 'fr', 'Novembre')`, [call]);
    await em.execute(`insert into availability_request (uuid, call_uuid, expert_uuid, submission) values (gen_random_uuid(), ?, ?, gen_random_uuid())`, [call, expert]);
  });
  const { meetings } = (await transactAs(orm, adviser)((em) => missionFacts(em, MISSION_KEY)))!;
  former = randomUUID();
  const plan: Plan = { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [{ meetingId: meetings[0]!.key, startsAt: STARTS, attends: [{ personId: expert, as: [] }], interpreted: [] }] };
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, best, worth, state, ended_at, is_demonstration) values (?, ?, 'h', '{ "persons": [] }', '{}', ?::jsonb, '[0]', 'DONE', now(), true)`, [former, MISSION_KEY, JSON.stringify(plan)]);
}, 120_000);
afterAll(() => orm.close());

test('who could go stays who they are once they are in the team', async () => {
  expect((await asked())!.meetings).toMatchObject([{ startsAt: STARTS, attends: [{ personId: expert }] }]);
  const member = randomUUID();
  await sql(`insert into mission_member (uuid, mission_uuid, expert_uuid, role) values (?, ?, ?, 'NGO')`, [member, MISSION_KEY, expert]);
  expect((await asked())!.meetings).toMatchObject([{ startsAt: STARTS, attends: [{ personId: member }] }]);
});

test('a plan that somebody real has had searched for is none for somebody invented; were it invented it would be: the control', async () => {
  await sql('update plan_search set is_demonstration = false where uuid = ?', [former]);
  expect(await asked()).toBeUndefined();
  await sql('update plan_search set is_demonstration = true where uuid = ?', [former]);
  expect(await asked()).toBeDefined();
});
