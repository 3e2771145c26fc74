/** Which envelopes are tried, and what is known of them beside what each short search says. */
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { planMission } from '../planner/mission/index.ts';
import type { CurvePoint } from '../planner/explain/index.ts';
import { boughtBy, envelopeOf, envelopesOf, raised, totalOf, withEnvelope } from './envelopes.ts';

const { plan } = planMission({ problem: WORKED, seed: 0, maxWork: 60_000, maxLabels: 40_000 });
const best = plan!;
const free = { ...WORKED, limits: [] };
const of = (cents: number) => ({ ...free, limits: [{ id: 'all', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'] as const, cents }] });
const point = (cents: number, value: number | null, isValueProved = false): CurvePoint => ({ cents, value, meetings: value === null ? null : value / 10, from: value === null ? null : cents, isProved: isValueProved, isValueProved });

test('some below what the plan costs and some above what it may cost are tried, beside the envelope of the search itself, the greatest first', () => {
  const cost = totalOf(WORKED, best);
  const tried = envelopesOf(of(cost + 12_345), best);
  expect(tried).toContain(cost + 12_345);
  expect(tried).toEqual([...tried].sort((a, b) => b - a));
  expect([tried.length, tried.filter((cents) => cents < cost).length, tried.filter((cents) => cents > cost + 12_345).length]).toEqual([7, 3, 3]);
});

test('where a search has no envelope, what its plan costs takes its place, and the problem gets one that bounds nothing', () => {
  expect(envelopesOf(free, best)).toContain(totalOf(WORKED, best));
  expect(envelopeOf(free)).toBeUndefined();
  expect(envelopeOf(withEnvelope(free))!.cents).toBeGreaterThan(totalOf(WORKED, best));
  expect(withEnvelope(of(5))).toEqual(of(5));
});

test('what is had for less is had for more, and then nothing is proved; what costs more than the envelope is not', () => {
  const known = { value: 40, meetings: 4, from: 200, isProved: false, isValueProved: false };
  expect(raised([point(400, 30), point(200, null), point(100, 20), point(50, null, true)], known).map(({ cents, value, isValueProved }) => [cents, value, isValueProved])).toEqual([[400, 40, false], [200, 40, false], [100, 20, false], [50, null, true]]);
  expect(raised([point(400, 10), point(300, 20)], { ...known, from: 999 }).map(({ value, from }) => [value, from])).toEqual([[20, 300], [20, 300]]);
  expect(raised([point(400, 50, true)], known)).toEqual([point(400, 50, true)]);
});

test('what a plan buys is what it is worth, and what it costs', () => {
  expect(boughtBy(WORKED, best)).toMatchObject({ meetings: best.meetings.length, from: totalOf(WORKED, best), isValueProved: false });
});
