/**
 * Holds the search of crews to a plan that is known: the problem is made so tight that the plan just keeps to it – limits, nights, days, the period, what must be in, journeys and hours that are pinned –, and what is found soon is
 * not looked for, so that a bound which is too high by a cent or a minute, or a label that is given up wrongly, is seen.
 */
import { awayOf, compareValues, COST_KINDS, type CostKind, costsOf, factsOf, type Person, type Pin, type Plan, type Problem, type Reading, readPlan, spanOf, validate, valueOf } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { planMission } from './mission.ts';
import type { MissionAnswer } from './request.ts';
import { randomTeam } from './random-team.fixture.ts';
import { wandered } from './wandering.fixture.ts';

const LIMITED: readonly (readonly CostKind[])[] = [['FARE'], ['ALLOWANCE'], ['FARE', 'ALLOWANCE'], ['FARE', 'ALLOWANCE', 'OTHER'], ['INTERPRETER']];

function limitsOf(problem: Problem, reading: Reading, draw: Draw): Problem['limits'] {
  const { lines } = costsOf(factsOf(problem), reading);
  return [COST_KINDS, ...draw.some(LIMITED)].map((kinds, n) => ({ id: `limit${n}`, kinds, cents: lines.reduce((sum, { kind, cents }) => sum + (kinds.includes(kind) ? cents : 0), 0) }));
}

function personsOf(problem: Problem, { members }: Reading): Person[] {
  const days = new Map(members.map((one) => [one.person.id, awayOf(factsOf(problem), one).days]));
  return problem.persons.map((one) => ({ ...one, maxDaysAway: days.get(one.id) ?? one.maxDaysAway }));
}

function periodOf({ period }: Problem, { members }: Reading): Problem['period'] {
  const spans = members.flatMap((one) => spanOf(one) ?? []);
  return spans.length === 0 ? period : { earliestDeparture: Math.min(...spans.map(({ from }) => from)), latestReturn: Math.max(...spans.map(({ until }) => until)) };
}

function pinsOf({ team, meetings }: Plan, draw: Draw): Pin[] {
  const why = 'CONFIRMED' as const;
  const journeys = team.flatMap(({ personId, journeys: all }) => all.map((journey, n): Pin => ({ id: `${personId}${n}`, why, pin: 'TRAVELS', personId, journey })));
  return [
    ...(draw.once(3) ? team.map(({ personId }): Pin => ({ id: `goes-${personId}`, why, pin: 'GOES', personId })) : []), ...(draw.once(3) ? draw.some(journeys) : []),
    ...(draw.once(4) ? meetings.map(({ meetingId, startsAt }): Pin => ({ id: `at-${meetingId}`, why, pin: 'AT', meetingId, startsAt })) : []),
  ];
}

/** The same problem, in which a plan of it has nothing to spare. */
function tightened(problem: Problem, plan: Plan, draw: Draw): Problem {
  const reading = readPlan(factsOf(problem), plan);
  const held = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  return {
    ...problem, limits: limitsOf(problem, reading, draw), pins: [...problem.pins, ...pinsOf(plan, draw)], meetings: problem.meetings.map((one) => ({ ...one, isMandatory: held.has(one.id) && !draw.once(6) })),
    maxNights: draw.once(2) ? reading.members.reduce((sum, one) => sum + awayOf(factsOf(problem), one).nights, 0) : null, persons: draw.once(2) ? personsOf(problem, reading) : problem.persons, period: draw.once(2) ? periodOf(problem, reading) : problem.period,
  };
}

/** KEPT: nothing that is claimed is refuted by the plan. OPEN: nor is it claimed that all is proved. */
type Outcome = 'NO_PLAN' | 'KEPT' | 'OPEN' | 'REFUTED' | 'NOT_VALID';

function isRefuted({ value, bound, isOptimal }: MissionAnswer, known: readonly number[]): boolean {
  if (bound === null || compareValues(bound, known) < 0) return true;
  return isOptimal && (value === null || compareValues(value, known) < 0);
}

/** A plan of a problem, made from a seed. */
type PlanOf = (problem: Problem, seed: number) => Plan | null;

export const searched: PlanOf = (problem) => planMission({ problem, seed: 1, maxWork: 20_000, maxLabels: 5_000 }).plan;
/** One that no engine has made. */
export const drawn: PlanOf = (problem, seed) => wandered(problem, new Draw(seed + 3), 20);

function outcomeOf(seed: number, planOf: PlanOf): Outcome {
  const problem: Problem = { ...randomTeam(seed), riding: seed % 4 === 3 ? 'JOIN_LEAVE' : 'TOGETHER' };
  const plan = planOf(problem, seed);
  if (!plan || plan.meetings.length === 0) return 'NO_PLAN';
  const tight = tightened(problem, plan, new Draw(seed + 5));
  if (validate(tight, plan).length > 0) return 'NOT_VALID';
  const answer = planMission({ problem: tight, seed: 1, maxWork: 200_000, maxLabels: 50_000, looksSoon: false });
  if (isRefuted(answer, valueOf(tight, plan))) return 'REFUTED';
  return answer.isOptimal ? 'KEPT' : 'OPEN';
}

/** Of how many problems that have a plan, from a seed on, which outcome (one of four lets people join and leave: nothing but that there is none is ever proved of them), and the seeds of the bad ones; `isFirstEnough`: the first of them ends it. */
export function tightness(count: number, planOf: PlanOf, { from = 0, isFirstEnough = false }: { readonly from?: number; readonly isFirstEnough?: boolean } = {}): { readonly kept: number; readonly bad: readonly (readonly [number, Outcome])[] } {
  const asked: (readonly [number, Outcome])[] = [];
  const bad = (): typeof asked => asked.filter(([, outcome]) => outcome === 'REFUTED' || outcome === 'NOT_VALID');
  for (let seed = from; asked.length < count && !(isFirstEnough && bad().length > 0); seed += 1) {
    const outcome = outcomeOf(seed, planOf);
    if (outcome !== 'NO_PLAN') asked.push([seed, outcome]);
  }
  return { kept: asked.filter(([, outcome]) => outcome === 'KEPT').length, bad: bad() };
}
