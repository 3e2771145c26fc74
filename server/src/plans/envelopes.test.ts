/** Which envelopes are tried, and what is known of them beside what each short search says. */
import type { Plan, Problem } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { planMission } from '../planner/mission/index.ts';
import type { CurvePoint } from '../planner/explain/index.ts';
import { boughtBy, envelopeOf, envelopesOf, MOST, raised, totalOf, withEnvelope } from './envelopes.ts';
import { searchForPlan } from './search-plan.ts';
import { SEARCH_LIMITS, type SearchMessage, type SearchTask } from './search-task.ts';

const { plan } = planMission({ problem: WORKED, seed: 0, maxWork: 60_000, maxLabels: 40_000 });
const best = plan!;
const free = { ...WORKED, limits: [] };
const of = (cents: number) => ({ ...free, limits: [{ id: 'all', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'] as const, cents }] });
const point = (cents: number, value: number | null, isValueProved = false): CurvePoint => ({ cents, value, meetings: value === null ? null : value / 10, from: value === null ? null : cents, isProved: isValueProved, isValueProved });

test('some below what the plan costs are tried, that of the search, and some up to what a plan costs that is had without a limit, the greatest first', () => {
  const tried = envelopesOf({ own: 312_345, plan: 300_000, unlimited: 512_345 });
  expect(tried).toEqual([MOST, 520_000, 470_000, 420_000, 370_000, 312_345, 270_000, 230_000, 150_000]);
});

test('where no money buys more, none more is tried; and where nothing is had for the envelope, all the way up is', () => {
  expect(envelopesOf({ own: 400_000, plan: 300_000, unlimited: 300_000 })).toEqual([MOST, 400_000, 270_000, 230_000, 150_000]);
  expect(envelopesOf({ own: 1_000, plan: 0, unlimited: 401_000 })).toEqual([MOST, 410_000, 310_000, 210_000, 110_000, 1_000]);
  expect(envelopesOf({ own: 1_000, plan: null, unlimited: 401_000 })).toEqual([MOST, 410_000, 310_000, 210_000, 110_000, 1_000]);
  expect(envelopesOf({ own: 1_000, plan: null, unlimited: null })).toEqual([MOST, 1_000]);
});

test('where a search has no envelope, what its plan costs takes its place, and the problem gets one that bounds nothing', () => {
  expect(envelopesOf({ own: null, plan: 300_000, unlimited: 300_000 })).toEqual([MOST, 300_000, 270_000, 230_000, 150_000]);
  expect(envelopeOf(free)).toBeUndefined();
  expect(envelopeOf(withEnvelope(free))!.cents).toBeGreaterThan(totalOf(WORKED, best));
  expect(withEnvelope(of(5))).toEqual(of(5));
});

test('what is had for less is had for more, and then nothing is proved; what costs more than the envelope is not', () => {
  const known = { plan: { value: 40, meetings: 4, from: 200, isProved: false, isValueProved: false }, provedUntil: null };
  expect(raised([point(400, 30), point(200, null), point(100, 20), point(50, null, true)], known).map(({ cents, value, isValueProved }) => [cents, value, isValueProved])).toEqual([[400, 40, false], [200, 40, false], [100, 20, false], [50, null, true]]);
  expect(raised([point(400, 10), point(300, 20)], { ...known, plan: { ...known.plan, from: 999 } }).map(({ value, from }) => [value, from])).toEqual([[20, 300], [20, 300]]);
  expect(raised([point(400, 50, true)], known)).toEqual([point(400, 50, true)]);
});

test('what the search itself has proved stays proved from what its plan costs to its own envelope, whatever a short search has found', () => {
  const known = { plan: { value: 40, meetings: 4, from: 200, isProved: false, isValueProved: false }, provedUntil: 300 };
  const proved = (points: readonly CurvePoint[], provedUntil: number | null): unknown => raised(points, { ...known, provedUntil }).map(({ cents, value, isValueProved }) => [cents, value, isValueProved]);
  const points = [point(400, 40), point(300, 30), point(200, null), point(100, 20)];
  expect(proved(points, 300)).toEqual([[400, 40, false], [300, 40, true], [200, 40, true], [100, 20, false]]);
  expect(proved(points, null)).toEqual([[400, 40, false], [300, 40, false], [200, 40, false], [100, 20, false]]);
});

test('what a plan buys is what it is worth, and what it costs', () => {
  expect(boughtBy(WORKED, best)).toMatchObject({ meetings: best.meetings.length, from: totalOf(WORKED, best), isValueProved: false });
});

/** All that is told of envelopes, the last word of it. */
function bought(task: Pick<SearchTask, 'problem' | 'money'>): readonly CurvePoint[] {
  const told: SearchMessage[] = [];
  searchForPlan({ seed: 0, limits: { ...SEARCH_LIMITS, curve: { maxWork: 30_000, maxLabels: 20_000 } }, ...task }, (message) => told.push(message), () => false);
  return told.flatMap((message) => (message.is === 'BOUGHT' ? [message.points] : [])).at(-1)!;
}

/** The worked example, where somebody has to be met. */
const bound = (problem: Problem): Problem => ({ ...problem, meetings: problem.meetings.map((one, n) => (n === 0 ? { ...one, isMandatory: true } : one)) });

test('where the envelope is too small for any plan it is said from which amount on there is one, and what is between', () => {
  const cost = totalOf(WORKED, best);
  const points = bought({ problem: bound(of(1_000)), money: { best: null, isValueProved: true, before: [] } });
  expect([points[0]!.cents, points[0]!.meetings, points.at(-1)]).toEqual([MOST, best.meetings.length, expect.objectContaining({ cents: 1_000, value: null, isValueProved: true })]);
  expect(points.filter(({ cents, meetings }) => cents < MOST && meetings === best.meetings.length).length).toBeGreaterThan(0);
  expect(points[1]!.cents - cost).toBeLessThan(cost / 10);
  for (const { cents, from } of points) expect(from ?? 0).toBeLessThanOrEqual(cents);
});

test('where the envelope is enough for nothing but staying at home, what money would bring is said all the same', () => {
  const home: Plan = { ...best, meetings: [], parties: [], team: [] };
  const points = bought({ problem: of(1_000), money: { best: home, isValueProved: true, before: [] } });
  expect([points[0]!.meetings, points.at(-1)]).toEqual([best.meetings.length, expect.objectContaining({ cents: 1_000, meetings: 0, from: 0, isValueProved: true })]);
  expect(points.some(({ cents, meetings }) => cents < MOST && meetings! > 0)).toBe(true);
});

test('where no money brings a plan that is said, and nothing else is tried', () => {
  const problem = { ...bound(of(1_000)), persons: [], pins: [] };
  expect(bought({ problem, money: { best: null, isValueProved: true, before: [] } }).map(({ cents, value, isValueProved }) => [cents, value, isValueProved])).toEqual([[MOST, null, true], [1_000, null, true]]);
});

test('what was found out before is not asked again', () => {
  const problem = of(totalOf(WORKED, best));
  const before = [{ ...point(MOST, 4_711), from: 1 }, { ...point(problem.limits[0]!.cents, 4_711), from: 2 }];
  const points = bought({ problem, money: { best, isValueProved: false, before } });
  expect([points.slice(0, 2), points.length]).toEqual([before, 5]);
});
