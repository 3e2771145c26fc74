/** The missions that an expert has been on × every role: theirs and the adviser’s, once each is closed; in which countries and which year, and nothing else. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { transactAs } from '../../src/core/database/index.ts';
import { saveMember, stay } from '../../src/missions/team.fixture.ts';
import { keyOf, missionWith, owner } from '../../src/missions/world.fixture.ts';
import { ormOptions } from '../../src/orm.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const LEGS = [{ country: 'RS', city: 'belgrade', startsOn: '2026-03-09', endsOn: '2026-03-10' }, { country: 'AL', city: 'tirana', startsOn: '2026-03-11', endsOn: '2026-03-12' }];
let headers: Headers;
let orm: MikroORM;
let expert: string;
let mission: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

/** One in two countries, in which the expert comes to Belgrade alone, and one in which they would take a place. */
beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  await sql('delete from mission');
  expert = (await sql<{ id: string }>(`select 'Expert_' || e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?`, [PEOPLE.expert]))[0]!.id;
  const made = await missionWith(server(), headers.adviser, LEGS, ['planMission'], { team: [], startsOn: '2026-03-08', endsOn: '2026-03-12' });
  mission = keyOf(made.id);
  await saveMember(server(), headers.adviser, made.id, { expert, kind: 'NGO', stays: [stay(keyOf(made.legs[0]!.id), '2026-03-09T09:00', '2026-03-10T18:00')] });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

/** Takes it to a stage as whoever owns the tables. */
async function move(stage: string): Promise<void> {
  if (stage === 'REPORTED') await sql(`with r as (insert into mission_report (mission_uuid, source_locale) values (?, 'fr') returning mission_uuid) insert into mission_report_translation (mission_uuid, locale, summary) select mission_uuid, 'fr', 'Fait.' from r`, [mission]);
  await sql('update mission set stage = ? where uuid = ?', [stage, mission]);
}

async function doneFor(role: Role): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { expert(id: $id) { sheet { missionsDone { year countries { code } } } } }', { id: expert }, headers[role]);
  return (data!.expert as { sheet: { missionsDone: unknown } | null }).sheet?.missionsDone ?? 'NO SHEET';
}

async function rowsFor(role: Role): Promise<number> {
  const [person] = await sql<{ id: string }>('select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(orm, person?.id ?? null)(async (em) => (await em.execute<unknown[]>('select from done_mission')).length);
}

test.each(['PLANNED', 'CONSULTED', 'AGREED', 'REPORTED'])('of one that is %s nobody reads anything', async (stage) => {
  await move(stage);
  for (const role of ['adviser', 'expert', 'scac'] as const) expect([role, await rowsFor(role)]).toEqual([role, 0]);
  expect([await doneFor('adviser'), await doneFor('expert')]).toEqual([[], []]);
});

describe('once it is closed', () => {
  beforeAll(() => move('CLOSED'));

  test.each(ROLES)('%s reads the country where they were, by the API and by the view, if it is theirs to read', async (role) => {
    const isTheirs = ADVISERS.includes(role) || role === 'expert';
    expect(await doneFor(role)).toEqual(isTheirs ? [{ year: 2026, countries: [{ code: 'RS' }] }] : 'NO SHEET');
    expect(await rowsFor(role)).toBe(isTheirs ? 1 : 0);
  });

  test('the view is a wall of its own: where it asks nothing, others read by SQL, and by the API still nobody else; the control', async () => {
    const [{ is }] = (await sql<{ is: string }>(`select pg_get_viewdef('done_mission'::regclass) as is`)) as [{ is: string }];
    const open = is.replace(/WHERE[^;]*GROUP/, 'GROUP');
    expect(open).not.toBe(is);
    await sql(`create or replace view done_mission with (security_barrier = true) as ${open}`);
    expect(await rowsFor('scac')).toBe(1);
    expect([await doneFor('scac'), await doneFor('visitor')]).toEqual(['NO SHEET', 'NO SHEET']);
    await sql(`create or replace view done_mission with (security_barrier = true) as ${is}`);
  });
});
