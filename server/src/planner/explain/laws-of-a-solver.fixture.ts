import { relaxations } from '@passerelle/shared/planning/random-changes.fixture.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { isOrdinaryWeek, later, ordinary, permuted, renamed } from '@passerelle/shared/planning/transforms.fixture.ts';
import { apply, canonicalText, compareValues, validate, valueOf, type LeftOut, type Pin, type Problem } from '@passerelle/shared/planning.ts';

import { Asking, leftOut, type Solve, type Solved } from './index.ts';
import { removablesOf } from './obstacles.ts';

/**
 * What any solver of missions has to obey, whatever is inside it: metamorphic relations (Chen, Cheung and Yiu 1998), for which nobody has to know the best plan. What is not proved is given the benefit of the doubt: a law is broken
 * where two answers contradict each other, by what they found and what they say that there is not.
 */
export interface SolverLaw {
  readonly law: string;
  /** What contradicts the law for a problem, by name; none where nothing does. How often it was asked is counted, so that a law that nothing is asked of is seen. */
  readonly breaks: (solve: Solve, problem: Problem, seed: number) => { readonly asked: number; readonly broken: readonly string[] };
}

/** Whether a plan was found that is better than what another answer says that there is: it says that none is, or none better than its bound. */
const exceeds = ({ value }: Solved, other: Solved): boolean => {
  if (!value) return false;
  if (other.isOptimal) return other.value === null || compareValues(value, other.value) > 0;
  return other.bound.length > 0 && value[0]! > other.bound[0]!;
};

interface Case {
  readonly name: string;
  readonly problem: Problem;
}

const where = (cases: readonly Case[], isBroken: (answer: Solved) => boolean, solve: Solve): { readonly asked: number; readonly broken: readonly string[] } => ({ asked: cases.length, broken: cases.filter(({ problem }) => isBroken(solve(problem))).map(({ name }) => name) });

/** None of these problems may have a best plan that is worse. */
const neverLowers = (law: string, cases: (problem: Problem, seed: number) => Case[]): SolverLaw => ({
  law, breaks: (solve, problem, seed) => {
    const before = solve(problem);
    return where(cases(problem, seed), (after) => exceeds(before, after), solve);
  },
});

/** All of these problems have to have a best plan that is worth the same. */
const changesNothing = (law: string, cases: (problem: Problem, solved: Solved, seed: number) => Case[]): SolverLaw => ({
  law, breaks: (solve, problem, seed) => {
    const before = solve(problem);
    return where(cases(problem, before, seed), (after) => exceeds(before, after) || exceeds(after, before), solve);
  },
});

const one = (name: string, problem: Problem): Case => ({ name, problem });
const more = (problem: Problem, seed: number): Case[] => relaxations(problem, new Draw(seed)).flatMap((change) => {
  const after = apply(problem, change);
  return after === 'NOT_APPLICABLE' ? [] : [one(change.change, after)];
});

/** One optional meeting less, that nothing else names. */
const fewerMeetings = (problem: Problem): Case[] => problem.meetings.filter(({ id, isMandatory }) => !isMandatory && !JSON.stringify([problem.pins, problem.precedences]).includes(`"${id}"`))
  .map(({ id }) => one(id, { ...problem, meetings: problem.meetings.filter((other) => other.id !== id) }));

/** Pins and services by which what the best plan does not do is forbidden. */
function forbidden(problem: Problem, { plan }: Solved): Case[] {
  if (!plan) return [];
  const [held, gone, taken] = [new Set(plan.meetings.map(({ meetingId }) => meetingId)), new Set(plan.team.map(({ personId }) => personId)), new Set(plan.team.flatMap(({ journeys }) => journeys.map(({ travelId }) => travelId)))];
  const withPin = (pin: Pin): Case => one(`${pin.pin} ${pin.id}`, { ...problem, pins: [...problem.pins, pin] });
  return [
    ...problem.meetings.filter(({ id }) => !held.has(id)).map(({ id }) => withPin({ id: `law ${id}`, why: 'ADVISER', pin: 'OUT', meetingId: id })), ...problem.persons.filter(({ id }) => !gone.has(id)).map(({ id }) => withPin({ id: `law ${id}`, why: 'ADVISER', pin: 'STAYS', personId: id })),
    ...problem.travel.filter((travel) => travel.type === 'SERVICE' && travel.isOffered && !taken.has(travel.id)).map(({ id }) => one(id, { ...problem, travel: problem.travel.map((travel) => (travel.id === id && travel.type === 'SERVICE' ? { ...travel, isOffered: false } : travel)) })),
  ];
}

/** All that the best plan does, as pins. */
function pinnedToBest(problem: Problem, { plan }: Solved): Case[] {
  if (!plan) return [];
  const pins: Pin[] = [
    ...plan.meetings.map(({ meetingId, startsAt }): Pin => ({ id: `law at ${meetingId}`, why: 'ADVISER', pin: 'AT', meetingId, startsAt })),
    ...plan.meetings.flatMap(({ meetingId, attends }) => attends.map(({ personId }): Pin => ({ id: `law ${meetingId} ${personId}`, why: 'ADVISER', pin: 'ATTENDS', meetingId, personId }))),
    ...plan.team.flatMap(({ personId, journeys }) => journeys.map((journey, n): Pin => ({ id: `law ${personId} ${n}`, why: 'ADVISER', pin: 'TRAVELS', personId, journey }))),
    ...problem.meetings.filter(({ id }) => !plan.meetings.some(({ meetingId }) => meetingId === id)).map(({ id }): Pin => ({ id: `law out ${id}`, why: 'ADVISER', pin: 'OUT', meetingId: id })),
  ];
  return [one('all of it', { ...problem, pins: [...problem.pins, ...pins] })];
}

/** What is true of an answer by itself. */
const isHonest: SolverLaw = {
  law: 'a plan is valid, and worth what is said; no plan is better than the bound', breaks: (solve, problem) => {
    const { plan, value, bound, isOptimal } = solve(problem);
    const broken = plan && value ? [...validate(problem, plan).map(({ fault }) => fault as string), ...(valueOf(problem, plan).join() === value.join() ? [] : ['value']), ...(bound.length > 0 && compareValues(bound, value) < 0 ? ['bound'] : [])] : [];
    return { asked: 1, broken: [...broken, ...((plan === null) === (value === null) ? [] : ['value without plan']), ...(isOptimal && plan && compareValues(bound, value!) !== 0 ? ['optimal and below the bound'] : [])] };
  },
};

const isRepeatable: SolverLaw = {
  law: 'the same problem is answered the same', breaks: (solve, problem) => {
    const [first, second] = [solve(problem), solve(problem)];
    return { asked: 1, broken: first.value?.join() === second.value?.join() && (first.plan && canonicalText(first.plan)) === (second.plan && canonicalText(second.plan)) ? [] : ['another answer'] };
  },
};

/** As the board applies it: the changes are made, and the meeting is fixed to be in. Without that pin the best plan may do with the changes what it likes better. */
const applied = (problem: Problem, { meetingId, witness }: LeftOut): Problem => witness!.changes.reduce<Problem>((before, change) => {
  const after = apply(before, change);
  return after === 'NOT_APPLICABLE' ? before : after;
}, { ...problem, pins: [...problem.pins, { id: `law ${meetingId}`, why: 'ADVISER', pin: 'IN', meetingId }] });

const bringsIn: SolverLaw = {
  law: 'what is proposed for a meeting, applied with the meeting fixed, brings it in', breaks: (solve, problem) => {
    const { plan, value } = solve(problem);
    if (!plan || !value) return { asked: 0, broken: [] };
    const witnesses = leftOut(new Asking(solve, { maxSolves: 200 }), problem, { plan, value }).leftOut.filter(({ witness }) => witness);
    const broken = witnesses.filter((left) => {
      const { plan: after, ...best } = solve(applied(problem, left));
      const isLess = best.isOptimal ? best.value === null || best.value[0]! < value[0]! : best.bound.length > 0 && best.bound[0]! < value[0]!;
      return isLess || (after !== null && !after.meetings.some(({ meetingId }) => meetingId === left.meetingId));
    });
    return { asked: witnesses.length, broken: broken.map(({ meetingId }) => meetingId) };
  },
};

const RAISED = [1_000, 20_000, 1_000_000];

export const LAWS: readonly SolverLaw[] = [
  isHonest, isRepeatable,
  neverLowers('more money never lowers the value', (problem) => problem.limits.flatMap(({ id }) => RAISED.map((by) => one(`${id} ${by}`, { ...problem, limits: problem.limits.map((limit) => (limit.id === id ? { ...limit, cents: limit.cents + by } : limit)) })))),
  neverLowers('more days never lower the value', ({ period, ...problem }) => [one('before', { ...problem, period: { ...period, earliestDeparture: period.earliestDeparture - 720 } }), one('after', { ...problem, period: { ...period, latestReturn: period.latestReturn + 720 } })]),
  {
    law: 'more meetings never lower the value', breaks: (solve, problem) => {
      const all = solve(problem);
      return where(fewerMeetings(problem), (fewer) => exceeds(fewer, all), solve);
    },
  },
  neverLowers('what only allows more never lowers the value', more),
  neverLowers('what is taken away never lowers the value', (problem) => removablesOf(problem).map(({ about: [what], lift }) => one(`${what!.kind} ${what!.id}`, lift(problem)))),
  changesNothing('forbidding what is not done changes nothing', forbidden),
  changesNothing('pinning all that is done gives it back', pinnedToBest),
  changesNothing('the order in which a problem is told says nothing', (problem, _, seed) => [one('permuted', permuted(problem, new Draw(seed)))]),
  changesNothing('a country by another name is the same', (problem) => [one('renamed', renamed(problem))]),
  {
    law: 'a week later, without holidays, is worth the same', breaks: (solve, problem) => {
      if (!isOrdinaryWeek(problem)) return { asked: 0, broken: [] };
      const before = solve(ordinary(problem));
      return where([one('a week later', later(ordinary(problem)))], (after) => exceeds(before, after) || exceeds(after, before), solve);
    },
  },
  bringsIn,
];
