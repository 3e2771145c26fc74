/** Meetings that could be: what is open in each country, urged before considered before invited, and nothing that is closed. */
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { parseProblem } from '@passerelle/shared/planning.ts';
import { candidatesOf, meetingOfCandidate, openWorth } from './candidates.ts';
import { missionOpen } from './load-open.ts';
import { missionFacts } from './load.ts';
import { problemOf } from './problem.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const database = testDatabase('full');
const MISSION = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
const open = (country: string, theme: string, needs: number, verbs: readonly ('URGE' | 'CONSIDER' | 'INVITE')[] = []) => ({ country, theme, needs, verbs, roles: [], languages: [] });
const FACTS = { cities: [{ code: 'a', country: 'AL', timeZone: 'Europe/Tirane' }, { code: 'b', country: 'AL', timeZone: 'Europe/Tirane' }, { code: 'c', country: 'RS', timeZone: 'Europe/Belgrade' }], links: [], meetings: [] };

test('what is urged counts for more than what is considered, and that for more than what is invited', () => {
  expect(openWorth({ needs: 0, verbs: ['URGE'] })).toBeGreaterThan(openWorth({ needs: 0, verbs: ['CONSIDER'] }));
  expect(openWorth({ needs: 0, verbs: ['CONSIDER'] })).toBeGreaterThan(openWorth({ needs: 0, verbs: ['INVITE'] }));
  expect(openWorth({ needs: 2, verbs: ['URGE', 'INVITE'] })).toBe(15);
});

test('of each country those come first for which most speaks, four at most, in a city to which links lead; the same has the same key', () => {
  const themes = ['A', 'B', 'C', 'D', 'E'].map((theme, n) => open('AL', theme, n));
  const found = candidatesOf({ ...FACTS, links: [{ toCity: 'b', hasService: true }] as never }, [...themes, open('RS', 'A', 9), open('XX', 'A', 9)]);
  expect(found.map(({ country, theme, city }) => [country, theme, city])).toEqual([['RS', 'A', 'c'], ['AL', 'E', 'b'], ['AL', 'D', 'b'], ['AL', 'C', 'b'], ['AL', 'B', 'b']]);
  expect(found.map(({ key }) => key)).toEqual(candidatesOf({ ...FACTS, links: [{ toCity: 'b', hasService: true }] as never }, [open('RS', 'A', 9), ...themes]).map(({ key }) => key));
  for (const { key } of found) expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

test('what is open of a mission becomes a problem that can be read, in which what counts for more is worth more', async () => {
  const em = database().orm.em.fork();
  const [facts, known] = [(await missionFacts(em, MISSION))!, await missionOpen(em, MISSION)];
  expect(known.length).toBeGreaterThan(0);
  const candidates = candidatesOf(facts, known);
  const { problem } = problemOf({ ...facts, meetings: [...facts.meetings, ...candidates.map(meetingOfCandidate)] }, { ...DEFAULT_SETTINGS, mostCountries: 3 });
  expect(parseProblem(problem)).not.toHaveProperty('faults.0');
  expect(problem.maxCountries).toBe(3);
  for (const one of candidates) expect(problem.meetings.find(({ id }) => id === one.key)!.profit).toBe(DEFAULT_SETTINGS.profit + openWorth(one));
});

/** All that is open of a mission, as how many needs, and how many times a recommendation with a theme. */
async function counted(): Promise<{ readonly needs: number; readonly verbs: number }> {
  const known = await missionOpen(database().orm.em.fork(), MISSION);
  return { needs: known.reduce((sum, { needs }) => sum + needs, 0), verbs: known.reduce((sum, { verbs }) => sum + verbs.length, 0) };
}
const sql = <Row>(statement: string, given: readonly unknown[] = []): Promise<Row[]> => database().orm.em.fork().execute<Row[]>(statement, [...given]);
const CLOSED = `with p as (insert into recommendation_progress (uuid, recommendation_slug, position, status, as_of, source_locale, entered_as, is_demonstration) values (overlay(gen_random_uuid()::text placing '4' from 15 for 1)::uuid, ?, 99, 'IMPLEMENTED', '2026-01-01', 'fr', 'SCAC', true) returning uuid) insert into recommendation_progress_translation (progress_uuid, locale, seen) select uuid, 'fr', 'x' from p`;
const OBJECTIVE = `with o as (insert into mission_objective (uuid, source_locale, mission_uuid, position) values (overlay(gen_random_uuid()::text placing '4' from 15 for 1)::uuid, 'fr', ?, 1) returning uuid), t as (insert into mission_objective_translation (objective_uuid, locale, text) select uuid, 'fr', 'x' from o) select uuid from o`;
/** A real recommendation that has a theme and of which nothing is said. */
const UNSAID = `select r.slug from recommendation r where not r.is_demonstration and exists (select from recommendation_theme t where t.recommendation_slug = r.slug) and not exists (select from recommendation_progress p where p.recommendation_slug = r.slug) order by r.slug limit 1`;

const UNPLANNED = `not exists (select from session_need l join training_session s on s.uuid = l.session_uuid where l.need_uuid = n.uuid and s.stage in ('OPEN', 'CLOSED') and s.ends_at > now())
  and not exists (select from mission_objective_need l join mission_objective o on o.uuid = l.objective_uuid join mission m on m.uuid = o.mission_uuid where l.need_uuid = n.uuid and m.uuid <> '${MISSION}' and m.stage in ('PLANNED', 'CONSULTED', 'AGREED') and m.ends_on >= current_date)`;

test('what is open asks for somebody who works on its theme, as those whose work its needs concern, and for the official languages of its country', async () => {
  await sql('delete from mission_objective where mission_uuid = ?', [MISSION]);
  const known = await missionOpen(database().orm.em.fork(), MISSION);
  const of = (country: string, theme: string) => known.filter((one) => one.country === country && one.theme === theme).map(({ roles, languages }) => [roles, languages]);
  expect([of('BA', 'LABOUR_EXPLOITATION'), of('UA', 'CHILD_TRAFFICKING')]).toEqual([[[['LABOUR'], ['bs', 'hr', 'sr']]], [[['POLICE', 'SOCIAL'], ['uk']]]]);
});

test('a need that is met by a session still to be held, or by another mission that is not over, is not open; without either it is again', async () => {
  await sql('delete from mission_objective where mission_uuid = ?', [MISSION]);
  const [{ need, country, theme }] = await sql<{ need: string; country: string; theme: string }>(`select n.uuid as need, n.country_code as country, n.theme_code as theme from need n where n.is_demonstration and n.status = 'SUBMITTED' and ${UNPLANNED} order by n.uuid limit 1`) as [{ need: string; country: string; theme: string }];
  const isOpen = async (): Promise<boolean> => (await missionOpen(database().orm.em.fork(), MISSION)).some((one) => one.country === country && one.theme === theme && one.needs > 0);
  expect(await isOpen()).toBe(true);
  const [{ session }] = await sql<{ session: string }>(`select uuid as session from training_session where is_demonstration and stage = 'OPEN' and starts_at > now() order by uuid limit 1`) as [{ session: string }];
  await sql('insert into session_need (session_uuid, need_uuid) values (?, ?)', [session, need]);
  expect(await isOpen()).toBe(false);
  await sql('delete from session_need where session_uuid = ? and need_uuid = ?', [session, need]);
  const other = (await sql<{ uuid: string }>(`select uuid from mission where stage = 'CONSULTED' and uuid <> ? and ends_on >= current_date limit 1`, [MISSION]))[0]!.uuid;
  const [{ uuid: objective }] = await sql<{ uuid: string }>(OBJECTIVE.replace(', 1)', ', 9)'), [other]) as [{ uuid: string }];
  await sql('insert into mission_objective_need (objective_uuid, need_uuid) values (?, ?)', [objective, need]);
  expect(await isOpen()).toBe(false);
  await sql('delete from mission_objective where uuid = ?', [objective]);
  expect(await isOpen()).toBe(true);
});

test('where the mission has objectives, what these are about counts alone; what is closed never does', async () => {
  await sql('delete from mission_objective where mission_uuid = ?', [MISSION]);
  const without = await counted();
  const [{ n: needs }] = await sql<{ n: number }>(`select count(*)::int as n from need n where is_demonstration and status not in ('ADDRESSED', 'DECLINED', 'WITHDRAWN') and ${UNPLANNED}`) as [{ n: number }];
  expect([without.needs, needs > 1]).toEqual([needs, true]);
  const [{ slug }] = await sql<{ slug: string }>(UNSAID) as [{ slug: string }];
  const [{ n: themes }] = await sql<{ n: number }>('select count(*)::int as n from recommendation_theme where recommendation_slug = ?', [slug]) as [{ n: number }];
  await sql(CLOSED, [slug]);
  expect(await counted()).toEqual({ needs, verbs: without.verbs - themes });
  const [{ uuid: need }] = await sql<{ uuid: string }>(`select uuid from need where is_demonstration and status = 'SUBMITTED' order by uuid limit 1`) as [{ uuid: string }];
  const [{ uuid: objective }] = await sql<{ uuid: string }>(OBJECTIVE, [MISSION]) as [{ uuid: string }];
  await sql('insert into mission_objective_need (objective_uuid, need_uuid) values (?, ?)', [objective, need]);
  expect(await counted()).toEqual({ needs: 1, verbs: 0 });
  await sql('delete from mission_objective where uuid = ?', [objective]);
});

test('what is invented of the progress of a recommendation closes nothing for a real mission, neither what is open nor what a meeting is about; for an invented one it does', async () => {
  const [{ slug }] = await sql<{ slug: string }>(UNSAID) as [{ slug: string }];
  const [{ uuid: meeting }] = await sql<{ uuid: string }>(`select t.uuid from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? and t.status <> 'REFUSED' and not exists (select from meeting_recommendation x where x.meeting_uuid = t.uuid) order by t.uuid limit 1`, [MISSION]) as [{ uuid: string }];
  await sql('insert into meeting_recommendation (meeting_uuid, recommendation_slug) values (?, ?)', [meeting, slug]);
  const read = async (isInvented: boolean): Promise<readonly [number, number]> => {
    await sql('update mission set is_demonstration = ? where uuid = ?', [isInvented, MISSION]);
    const facts = (await missionFacts(database().orm.em.fork(), MISSION))!;
    return [(await counted()).verbs, facts.meetings.find(({ key }) => key === meeting)!.open!.verbs.length];
  };
  const [real, invented] = [await read(false), await read(true)];
  expect([real[0] > 0, real[1], invented[1]]).toEqual([true, 1, 1]);
  await sql(CLOSED, [slug]);
  const [{ n: themes }] = await sql<{ n: number }>('select count(*)::int as n from recommendation_theme where recommendation_slug = ?', [slug]) as [{ n: number }];
  expect([await read(false), await read(true)]).toEqual([real, [invented[0] - themes, 0]]);
});

test('a day that the post has struck is no holiday for a plan', async () => {
  const [{ country, day }] = await sql<{ country: string; day: string }>(`select l.country_code as country, l.starts_on::text as day from mission_leg l where l.mission_uuid = ? order by l.starts_on limit 1`, [MISSION]) as [{ country: string; day: string }];
  await sql(`insert into holiday (country_code, date, source, source_locale) values (?, ?::date, 'A test', 'en') on conflict do nothing`, [country, day]);
  const isOff = async (): Promise<boolean> => (await missionFacts(database().orm.em.fork(), MISSION))!.holidays.some((one) => one.country === country && one.day === day);
  expect(await isOff()).toBe(true);
  await sql('update holiday set is_struck = true where country_code = ? and date = ?::date', [country, day]);
  expect(await isOff()).toBe(false);
});
