/** Somebody of a team is one human being, whichever of their keys is named; once a mission is closed who stayed was on it; what a post prepared meets stays again once there is none. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { colleagueOf, expertsOf, removeMember, saveMember, stay, type TeamBack } from './team.fixture.ts';
import { keyOf, missionWith, owner, saveLeg, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let people: string[];
let colleague: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER']);
  colleague = await colleagueOf(server(), headers.adviser);
});
beforeEach(() => sql('delete from mission'));

const bind = (isBound: boolean): Promise<unknown> => sql(`update expert set person_id = ${isBound ? '(select m.person_id from member m where m.uuid = ?)' : 'case when ?::text is null then person_id end'} where uuid = ?`, [keyOf(colleague), keyOf(people[0]!)]);
const planned = (legs: readonly object[] = [BELGRADE]) => missionWith(server(), headers.adviser, legs as never, ['planMission'], { team: [] });
const save = (mission: string, given: object): Promise<TeamBack> => saveMember(server(), headers.adviser, mission, given as never);
const stays = (leg: string): object[] => [stay(leg, '2098-11-09T10:00', '2098-11-10T18:00')];

describe('an expert who acts for the adviser', () => {
  beforeEach(async () => void (await bind(true)));

  const both = async (): Promise<string> => {
    const mission = await planned();
    const leg = keyOf(mission.legs[0]!.id);
    expect(told(await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: stays(leg) }))).toBe('DONE');
    return told(await save(mission.id, { colleague, kind: 'ADVISER', stays: stays(leg) }));
  };

  test('is in a team once', async () => {
    expect(await both()).toBe('INVALID MEMBER REPEATED');
    const [person] = await sql<{ id: string }>('select person_id as id from expert where uuid = ?', [keyOf(people[0]!)]);
    const twice = (by: string | null): Promise<unknown> => server().database.orm.em.fork().transactional(async (em) => {
      if (by) await em.execute(`select set_config('passerelle.person', ?, true)`, [by]);
      await em.execute(`insert into mission_member (uuid, mission_uuid, person_id, role) select gen_random_uuid(), uuid, ?::uuid, 'ADVISER' from mission`, [person!.id]);
    });
    await expect(twice(person!.id)).rejects.toThrow('somebody is in a team once');
  });

  test('is in one mission at a time, by whichever key', async () => {
    const [one, other] = [await planned(), await planned()];
    expect(told(await save(one.id, { colleague, kind: 'ADVISER', stays: stays(keyOf(one.legs[0]!.id)) }))).toBe('DONE');
    expect(told(await save(other.id, { expert: people[0], kind: 'MAGISTRATE', stays: stays(keyOf(other.legs[0]!.id)) }))).toBe('INVALID TEAM BUSY');
    await bind(false);
    expect(told(await save(other.id, { expert: people[0], kind: 'MAGISTRATE', stays: stays(keyOf(other.legs[0]!.id)) }))).toBe('DONE');
    // An account comes to a sheet all the same, and the missions go on; from the next change on after which nothing overlaps they meet.
    await bind(true);
    const keys = async (): Promise<number> => (await sql<{ who: number }>(`select count(distinct who)::int as who from expert_engagement where kind = 'STAY'`))[0]!.who;
    for (const { legs } of [one, other]) await sql(`update mission_leg set stage = 'CONSULTED' where uuid = ?`, [keyOf(legs[0]!.id)]);
    expect(await keys()).toBe(2);
    await sql(`update mission_stay set leaves_at = '2098-11-09 12:00' where leg_uuid = ?`, [keyOf(one.legs[0]!.id)]);
    expect(await keys()).toBe(2);
    await sql(`update mission_stay set arrives_at = '2098-11-09 14:00' where leg_uuid = ?`, [keyOf(other.legs[0]!.id)]);
    expect(await keys()).toBe(1);
    await bind(false);
  });

  test('has one key in what engages them from before, where nothing overlaps', async () => {
    const [person] = await sql<{ id: string }>('select person_id as id from expert where uuid = ?', [keyOf(people[0]!)]);
    const engaged = (held: string): Promise<unknown> => sql(`insert into expert_engagement (source, who, person_id, kind, place, held) values (gen_random_uuid(), ?, ?, 'STAY', 'RS', ?)`, [person!.id, person!.id, held]);
    for (const held of ['{[2098-03-01,2098-03-03)}', '{[2098-03-05,2098-03-07)}']) await engaged(held);
    await sql(`insert into expert_engagement (source, who, expert_uuid, kind, place, held) values (gen_random_uuid(), ?, ?, 'STAY', 'AL', '{[2098-03-06,2098-03-08)}')`, [keyOf(people[0]!), keyOf(people[0]!)]);
    await sql('select key_engagements(null)');
    const kept = await sql<{ is: boolean }>(`select who = person_id as is from expert_engagement where person_id = ? and lower(held) < '2098-04-01' and lower(held) > '2098-02-01' order by held`, [person!.id]);
    await sql(`delete from expert_engagement where place in ('RS', 'AL') and lower(held) < '2098-04-01' and lower(held) > '2098-02-01'`);
    expect(kept).toEqual([{ is: false }, { is: true }]);
  });

  test('the control: where nothing says that both keys are one, somebody is in two places at once', async () => {
    const [{ now }] = (await sql<{ now: string }>(`select pg_get_functiondef('human_of(uuid, uuid)'::regprocedure) as now`)) as [{ now: string }];
    await sql(`create or replace function human_of(the_expert uuid, the_person uuid) returns uuid language sql stable return coalesce(the_expert, the_person)`);
    expect(await both()).toBe('DONE');
    await sql(now);
  });
});

test('who stayed was on mission once it is closed, until the day on which they left, and not before; the control: without the trigger nobody was', async () => {
  const last = async (): Promise<unknown[]> => (await sql<{ day: string | null }>('select last_mission_on::text as day from expert where uuid = any(?::uuid[]) order by array_position(?::uuid[], uuid)', [`{${people.map(keyOf).join(',')}}`, `{${people.map(keyOf).join(',')}}`])).map(({ day }) => day);
  const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  await sql('update expert set last_mission_on = null where uuid = any(?::uuid[])', [`{${people.map(keyOf).join(',')}}`]);
  const close = async (): Promise<unknown[]> => {
    await sql('delete from mission');
    const mission = await missionWith(server(), headers.adviser, [{ ...BELGRADE, startsOn: day(-5), endsOn: day(-2) }], ['planMission'], { team: [], startsOn: day(-5), endsOn: day(-2) });
    const leg = keyOf(mission.legs[0]!.id);
    const judge = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(leg, `${day(-5)}T10:00`, `${day(-3)}T12:00`)] });
    await save(mission.id, { expert: people[1], kind: 'POLICE', substituteFor: judge.key });
    const seen: unknown[] = [];
    for (const trigger of ['mission_posts_agree', 'mission_reported']) await sql(`alter table mission disable trigger ${trigger}`);
    for (const stage of ['CONSULTED', 'AGREED', 'REPORTED', 'CLOSED']) {
      await sql('update mission set stage = ? where uuid = ?', [stage, keyOf(mission.id)]);
      seen.push((await last())[0]);
    }
    for (const trigger of ['mission_posts_agree', 'mission_reported']) await sql(`alter table mission enable trigger ${trigger}`);
    return seen;
  };
  await sql('alter table mission disable trigger mission_closes');
  expect(await close()).toEqual([null, null, null, null]);
  await sql('alter table mission enable trigger mission_closes');
  expect([await close(), (await last())[1]]).toEqual([[null, null, null, day(-3)], null]);
  await sql(`update expert set last_mission_on = current_date where uuid = ?`, [keyOf(people[0]!)]);
  expect((await close()).at(-1)).toBe(day(0));
});

test('a session that a post gave to somebody who stays elsewhere meets stays again once they do not stay there', async () => {
  const mission = await planned();
  const leg = keyOf(mission.legs[0]!.id);
  const { key } = await save(mission.id, { expert: people[1], kind: 'POLICE', stays: stays(leg) });
  const meets = async (): Promise<unknown> => (await sql<{ meets: boolean }>(`select meets_stays as meets from expert_engagement where who = ? and kind = 'TRAINING' and held && '{[2098-11-09,2098-11-11)}'`, [keyOf(people[1]!)]))[0]?.meets;
  const [session] = await sql<{ uuid: string }>(`select uuid from training_session where stage = 'OPEN' and is_demonstration order by uuid limit 1`);
  const [scac] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.scacElsewhere]);
  await server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('passerelle.person', ?, true)`, [scac!.id]);
    await em.execute('delete from session_trainer where session_uuid = ?', [session!.uuid]);
    await em.execute('delete from session_part where session_uuid = ?', [session!.uuid]);
    await em.execute(`update training_session set format = 'ON_SITE', country_code = 'AL', time_zone = 'Europe/Tirane', starts_at = '2098-11-09 12:00+00', ends_at = '2098-11-09 14:00+00' where uuid = ?`, [session!.uuid]);
    await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [session!.uuid, keyOf(people[1]!)]);
  });
  expect(await meets()).toBe(false);
  expect(told(await saveLeg(server(), headers.adviser, mission.id, { ...BELGRADE, key: leg, version: 1, startsOn: '2098-11-11', endsOn: '2098-11-12' }))).toBe('DONE');
  expect(await meets()).toBe(true);
  expect(told(await save(mission.id, { key, version: 2, kind: 'POLICE', stays: [] }))).toBe('DONE');
  await removeMember(server(), headers.adviser, mission.id, key, 3);
  await sql('delete from session_trainer where session_uuid = ?', [session!.uuid]);
});
