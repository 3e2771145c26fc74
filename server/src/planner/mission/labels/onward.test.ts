import { type Cents, costsOf, factsOf, type Instant, type Plan, type Problem } from '@passerelle/shared/planning.ts';
import { readPlan } from '@passerelle/shared/planning/reading.ts';
import { expect, test } from 'vitest';
import { fieldProblem } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';
import { modelOf } from '../model/model.ts';
import { onwardOf } from './onward.ts';

const SHAPE = { countries: 3, meetings: 8, experts: 40, days: 5 };
const PROBLEMS = Array.from({ length: 12 }, (_, n) => n + 1).map((seed) => {
  const problem: Problem = fieldProblem(seed, SHAPE);
  return { problem, plan: planMission({ problem, seed: 1, maxWork: 20_000, maxLabels: 5_000 }).plan! };
});

interface Compared {
  /** What fares and allowances come to, and what they come to at least. */
  readonly paid: Cents;
  readonly least: Cents;
  /** By member, when they are home, and when at the earliest. */
  readonly home: readonly (readonly [Instant, Instant])[];
}

/** A plan beside what is said of all who go through the same places, but for the first, to which some come later. */
function compared(problem: Problem, plan: Plan, of: Problem = problem): Compared {
  const model = modelOf(of);
  const onward = onwardOf(model, 10_000_000);
  const [first] = plan.meetings.toSorted((a, b) => a.startsAt - b.startsAt);
  const begin = problem.meetings.find(({ id }) => id === first!.meetingId)!.placeId;
  const held = model.tasks.filter(({ meeting }) => meeting.placeId !== begin && plan.meetings.some(({ meetingId }) => meetingId === meeting.id));
  const bits = (word: 'lo' | 'hi'): number => held.reduce((all, task) => all | task[word], 0);
  const least = plan.team.map(({ personId }) => {
    const person = problem.persons.find(({ id }) => id === personId)!;
    return onward.of(person, { place: model.placeIndex.get(person.startPlaceId)!, arrived: -Infinity, ready: model.from, now: model.from, rested: -Infinity, dutyBy: Infinity }, bits('lo'), bits('hi'))!;
  });
  const { lines } = costsOf(factsOf(problem), readPlan(factsOf(problem), plan));
  return {
    paid: lines.reduce((sum, { kind, cents }) => sum + (kind === 'FARE' || kind === 'ALLOWANCE' ? cents : 0), 0), least: least.reduce((sum, { cents }) => sum + cents, 0),
    home: plan.team.map(({ journeys }, n) => [journeys.at(-1)!.departsAt + minutesOf(problem, journeys.at(-1)!.travelId), least[n]!.homeAt]),
  };
}

function minutesOf({ travel }: Problem, id: string): number {
  const one = travel.find((service) => service.id === id)!;
  return one.type === 'SERVICE' ? one.minutes : 0;
}

test('nobody of a good plan spends less, or is home sooner, than is said of who goes through the same places', () => {
  for (const { problem, plan } of PROBLEMS) {
    const { paid, least, home } = compared(problem, plan);
    expect(least).toBeLessThanOrEqual(paid);
    for (const [at, earliest] of home) expect(earliest).toBeLessThanOrEqual(at);
  }
});

test('what is said is not far from what is spent', () => {
  const all = PROBLEMS.map(({ problem, plan }) => compared(problem, plan));
  expect(all.reduce((sum, { least }) => sum + least, 0)).toBeGreaterThan(0.5 * all.reduce((sum, { paid }) => sum + paid, 0));
});

test('said of dearer fares, it would be too much of some plans', () => {
  const dearer = (problem: Problem): Problem => ({ ...problem, travel: problem.travel.map((one) => (one.type === 'SERVICE' ? { ...one, fareCents: one.fareCents * 2 } : one)) });
  expect(PROBLEMS.some(({ problem, plan }) => {
    const { paid, least } = compared(problem, plan, dearer(problem));
    return least > paid;
  })).toBe(true);
});

test('where it would take too long, nothing is said', () => {
  const { problem } = PROBLEMS[0]!;
  const model = modelOf(problem);
  const [person] = problem.persons;
  const standing = { place: model.placeIndex.get(person!.startPlaceId)!, arrived: -Infinity, ready: model.from, now: model.from, rested: -Infinity, dutyBy: Infinity };
  expect(onwardOf(model, 100).of(person!, standing, model.tasks.reduce((all, { lo }) => all | lo, 0), 0)).toBeNull();
});
