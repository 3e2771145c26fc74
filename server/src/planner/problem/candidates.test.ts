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
const open = (country: string, theme: string, needs: number, verbs: readonly ('URGE' | 'CONSIDER' | 'INVITE')[] = []) => ({ country, theme, needs, verbs });
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

test('where the mission has objectives, what these are about counts alone; what is closed never does', async () => {
  const em = database().orm.em.fork();
  const [all, wished] = [await missionOpen(em, MISSION), await em.execute<{ n: number }[]>(`select (select count(*) from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid where o.mission_uuid = ?)::int + (select count(*) from mission_objective_recommendation x join mission_objective o on o.uuid = x.objective_uuid where o.mission_uuid = ?)::int as n`, [MISSION, MISSION])];
  await em.execute('delete from mission_objective where mission_uuid = ?', [MISSION]);
  const without = await missionOpen(em, MISSION);
  const count = (list: typeof all): number => list.reduce((sum, { needs, verbs }) => sum + needs + verbs.length, 0);
  if (wished[0]!.n > 0) expect(count(all)).toBeLessThan(count(without));
  const [{ n: needs }] = await em.execute<{ n: number }[]>(`select count(*)::int as n from need where is_demonstration and status not in ('ADDRESSED', 'DECLINED', 'WITHDRAWN')`) as [{ n: number }];
  expect(without.reduce((sum, one) => sum + one.needs, 0)).toBe(needs);
  const closed = await em.execute<{ slug: string; country: string; theme: string }[]>(`select r.slug, r.country_code as country, t.theme_code as theme from recommendation r join recommendation_theme t on t.recommendation_slug = r.slug where exists (select from recommendation_progress p where p.recommendation_slug = r.slug and p.status in ('IMPLEMENTED', 'NO_LONGER_RELEVANT'))`);
  const verbsOf = (list: typeof all): number => list.reduce((sum, { verbs }) => sum + verbs.length, 0);
  const [{ n: themed }] = await em.execute<{ n: number }[]>('select count(*)::int as n from recommendation_theme') as [{ n: number }];
  expect([verbsOf(without) <= themed, verbsOf(without) >= themed - closed.length]).toEqual([true, true]);
});
