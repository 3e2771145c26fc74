/** Whoever has a valid plan is denied no way: what is told without a search contradicts no plan. */
import { factsOf, type Plan, type Problem, readPlan, validate } from '@passerelle/shared/planning.ts';
import { ALL_NINE, at, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { drawn } from '../fixtures/agreement.fixture.ts';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';
import { isPassable } from './passage.ts';

/** Those who are denied the way that they have in a plan. */
function denied(problem: Problem, plan: Plan): readonly string[] {
  const visits = readPlan(factsOf(problem), plan).members.map(({ person, visits: own }) => ({ person, presences: own.map(({ meeting: { placeId }, startsAt, endsAt }) => ({ placeId, from: startsAt, until: endsAt })) }));
  return visits.filter(({ person, presences }) => !isPassable(problem, person, presences)).map(({ person: { id } }) => id);
}

test('nobody is denied the way of a valid plan, of random problems and of a week', () => {
  const problems = [...Array.from({ length: 150 }, (_, seed) => drawn(seed)), fieldProblem(1, SHAPES.week)];
  let asked = 0;
  for (const [seed, problem] of problems.entries()) {
    const { plan } = planMission({ problem, seed: 1, maxWork: 20_000, maxLabels: 20_000 });
    if (!plan || plan.meetings.length === 0) continue;
    expect([seed, validate(problem, plan), denied(problem, plan)]).toEqual([seed, [], []]);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(60);
  expect(denied(WORKED, ALL_NINE)).toEqual([]);
}, 60_000);

test('who flew into Pristina is not let through to Belgrade, who came through Belgrade is, and who would not have rested is too late', () => {
  const [person] = WORKED.persons;
  const [belgrade, pristina] = [(day: number, hour: string) => ({ placeId: 'BEG', from: at(day, hour), until: at(day, hour) + 60 }), (day: number, hour: string) => ({ placeId: 'PRN', from: at(day, hour), until: at(day, hour) + 60 })];
  expect(isPassable(WORKED, person!, [pristina(8, '15:00'), belgrade(10, '15:00')])).toBe(false);
  expect(isPassable({ ...WORKED, borderRules: [] }, person!, [pristina(8, '15:00'), belgrade(10, '15:00')])).toBe(true);
  expect(isPassable(WORKED, person!, [belgrade(10, '10:00'), pristina(11, '15:00'), belgrade(12, '15:00')])).toBe(true);
  expect(isPassable(WORKED, person!, [belgrade(10, '15:00'), pristina(10, '22:00'), belgrade(11, '06:00')])).toBe(false);
});
