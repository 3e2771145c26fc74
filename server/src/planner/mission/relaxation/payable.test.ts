import { COST_KINDS, type Problem, validate } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { tooDear } from '../fixtures/payable.fixture.ts';
import { link, meeting, person, place, proved, tiny } from '../fixtures/tiny.fixture.ts';
import { planMission } from '../mission.ts';

const LITTLE = { seed: 1, maxWork: 20_000, maxLabels: 10_000 };
const limited = (problem: Problem, kinds: readonly (typeof COST_KINDS)[number][], cents: number): Problem => ({ ...problem, limits: [...problem.limits, { id: 'limit', kinds, cents }] });

test('what random plans cost leaves money for their people and their meetings', () => {
  const { wrong, asked, taken } = tooDear(100);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(150);
  expect(taken).toBeGreaterThan(40);
}, 120_000);

test('where nothing may be paid for engaging people and for meetings, those go who cost nothing, to meetings that cost nothing', () => {
  const problem = limited(fieldProblem(1, SHAPES.week), ['OTHER'], 0);
  const { plan, value, bound } = planMission({ problem, ...LITTLE });
  expect(validate(problem, plan!)).toEqual([]);
  expect(value![0]).toBeGreaterThan(0.6 * bound![0]!);
}, 60_000);

test('where three cannot pay for the journeys to any country and back nothing is possible, and with more what there is in the one that they can', () => {
  const forty = fieldProblem(1, SHAPES.forty);
  expect(planMission({ problem: limited(forty, ['FARE'], 90_000), ...LITTLE }).bound![0]).toBe(0);
  const { value, bound } = planMission({ problem: limited(forty, ['FARE'], 120_000), ...LITTLE });
  expect(value![0]).toBeGreaterThan(0);
  expect(bound![0]).toBe(value![0]);
}, 60_000);

const DEAR = tiny({
  places: [place('A'), place('B')], persons: [person('cheap', 'A'), person('dear', 'A', { engagementCents: 500, mayCountForSeveral: true })], meetings: [meeting('near', 'B'), meeting('paid', 'B', { otherCents: 300 })],
  travel: [link('A', 'B', [6], { fareCents: 100 }), link('B', 'A', [18], { fareCents: 100 })],
});

test.each([['all that it costs', 500, [20, -500]], ['a cent less', 499, [10, -200]], ['the journeys of one there and back', 200, [10, -200]], ['less than that', 199, [0, 0]]] as const)('with %s', (_, cents, value) => {
  expect(proved(limited(DEAR, COST_KINDS, cents))).toEqual([value, value]);
});

test('who has to go and costs more than may be paid is why there is no plan', () => {
  const goes: Problem = { ...DEAR, pins: [{ id: 'goes', why: 'CONFIRMED', pin: 'GOES', personId: 'dear' }] };
  expect(proved(limited(goes, ['OTHER'], 500))).toEqual([[10, -700], [10, -700]]);
  expect(proved(limited(goes, ['OTHER'], 499))).toEqual([null, null]);
});
