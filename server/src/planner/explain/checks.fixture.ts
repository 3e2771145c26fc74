import { amountOf, apply, validate, valueOf, type Change, type GoalLevel, type LeftOut, type Pin, type Plan, type Problem, type RankedPlan, type Value, type Witness } from '@passerelle/shared/planning.ts';

import { alternatives, Asking, conflictsOf, leftOut, type LegReason, shapeOf, type Solve, type Valued } from './index.ts';
import { offersOf, priceAt, stepsOf, changesOf, made } from './offers.ts';
import { removablesOf } from './obstacles.ts';
import { pinned } from './pin.ts';
import { verdictOf } from './solve.ts';

/** What is wrong with explanations, asked of a solver without what explains: nothing where the list is empty. */

const after = (problem: Problem, changes: readonly Change[]): Problem | null => changes.reduce<Problem | null>((before, change) => {
  const made = before && apply(before, change);
  return made === 'NOT_APPLICABLE' ? null : made;
}, problem);

/** How many sets are looked at; what is beyond is passed over. */
const MOST_SETS = 400;

/** Each set of offers that is cheaper than a price. */
function* cheaperThan(problem: Problem, meetingId: string, price: number): Generator<readonly Change[]> {
  const offers = offersOf(problem, problem.meetings.find(({ id }) => id === meetingId)!);
  const steps = offers.map((offer) => [0, ...stepsOf(problem, offer, price)]);
  function* from(n: number, amounts: readonly number[], left: number): Generator<readonly number[]> {
    if (n === offers.length) yield amounts;
    else for (const amount of steps[n]!.filter((one) => priceAt(problem, offers[n]!, one) < left)) yield* from(n + 1, [...amounts, amount], left - priceAt(problem, offers[n]!, amount));
  }
  for (const amounts of from(0, [], price)) yield changesOf(offers, amounts);
}

function sets(all: Generator<readonly Change[]>): (readonly Change[])[] {
  const found: (readonly Change[])[] = [];
  for (const one of all) {
    found.push(one);
    if (found.length === MOST_SETS) break;
  }
  return found;
}

interface Asked {
  readonly solve: Solve;
  readonly problem: Problem;
  readonly best: Valued;
}

/** What is wrong with the plan of a witness: it has to be valid after the changes, have the meeting, and be worth no less. */
function faultsOfPlan({ problem, best }: Asked, { changes, plan }: Witness, meetingId: string): string[] {
  const changed = after(problem, changes);
  if (!changed) return ['not applicable'];
  return [
    ...(validate(changed, plan).length > 0 ? ['not valid'] : []), ...(plan.meetings.some((planned) => planned.meetingId === meetingId) ? [] : ['not in']), ...(valueOf(changed, plan)[0]! < best.value[0]! ? ['worth less'] : []),
  ];
}

/** What is wrong with a witness as the board applies it, with the meeting fixed to be in: the best plan then has to have it, and to be worth no less. */
function faultsOfApplied({ solve, problem, best }: Asked, { changes }: Witness, meetingId: string): string[] {
  const solved = solve(pinned(made(problem, changes), { pin: 'IN', meetingId }));
  const isIn = solved.plan?.meetings.some((planned) => planned.meetingId === meetingId) ?? false;
  return verdictOf(solved, best.value[0]!) === 'YES' && isIn ? [] : solved.isOptimal ? ['applied it is not in'] : [];
}

/** What is wrong with a witness: it has to bring its meeting in, and nothing cheaper, nor less of it, may where it says so. `count` is told how many sets were enumerated. */
function faultsOfWitness(asked: Asked, { witness, meetingId, hasNoWitness }: LeftOut, count: (looked: number) => void): string[] {
  const { solve, problem, best } = asked;
  const brings = (changes: readonly Change[]): boolean => verdictOf(solve(pinned(made(problem, changes), { pin: 'IN', meetingId })), best.value[0]!) === 'YES';
  if (!witness) return hasNoWitness && sets(cheaperThan(problem, meetingId, 12)).some(brings) ? ['there is one'] : [];
  const cheaper = witness.isCheapest ? sets(cheaperThan(problem, meetingId, witness.price)) : [];
  count(cheaper.length);
  const smaller = witness.isLeast ? witness.changes.filter(isCounted).map((change) => witness.changes.map((other) => (other === change ? less(change) : other))) : [];
  return [...faultsOfPlan(asked, witness, meetingId), ...faultsOfApplied(asked, witness, meetingId), ...(cheaper.some(brings) ? ['something cheaper does it'] : []), ...(smaller.some(brings) ? ['less does it'] : [])];
}

const isCounted = (change: Change): boolean => ('by' in change || 'minutes' in change) && amountOf(change) > 1;
const less = (change: Change): Change => ('by' in change ? { ...change, by: change.by - 1 } : change.change === 'EXTEND_PERIOD' ? { ...change, minutes: change.minutes - 1 } : change);

/** What is left out of the best plan and why, with what is wrong with it. */
export function faultsOfLeftOut({ solve: given, ...rest }: Asked, count: (looked: number) => void, maxSolves = 1_000): { readonly leftOut: readonly LeftOut[]; readonly faults: readonly string[]; readonly solves: number } {
  const { solve, isSure } = watched(given);
  const asked = { solve, ...rest };
  const { leftOut: all, solves, isComplete } = leftOut(new Asking(asked.solve, { maxSolves }), asked.problem, asked.best);
  const isProved = !isSure() || all.every(({ witness, hasNoWitness }) => (witness ? witness.isCheapest && witness.isLeast : hasNoWitness));
  const missing = asked.problem.meetings.filter(({ id }) => !asked.best.plan.meetings.some(({ meetingId }) => meetingId === id)).length;
  const faults = [...(all.length === missing ? [] : ['not all']), ...(isComplete ? [] : ['ran out']), ...(isProved ? [] : ['not proved']), ...all.flatMap((one) => faultsOfWitness(asked, one, count))];
  return { leftOut: all, faults, solves };
}

/** The solver, and whether it has proved all that it was asked: what it does not prove may be left open. */
function watched(solve: Solve): { readonly solve: Solve; readonly isSure: () => boolean } {
  let isSure = true;
  return { isSure: () => isSure, solve: (problem) => {
    const found = solve(problem);
    isSure &&= found.isOptimal;
    return found;
  } };
}

/** What is wrong with the conflicts of a problem without a plan: together with nothing else that could be taken away each leaves none, and without any of its members one; all gone, there is one. */
export function faultsOfConflicts(given: Solve, problem: Problem): { readonly conflicts: number; readonly faults: readonly string[]; readonly solves: number } {
  const { solve, isSure } = watched(given);
  const { conflicts, isResolved, solves } = conflictsOf(new Asking(solve, { maxSolves: 1_000 }), problem);
  const wasSure = isSure();
  const all = removablesOf(problem);
  const verdict = (kept: readonly string[]): string => verdictOf(solve(all.filter(({ about: [one] }) => !kept.includes(`${one!.kind} ${one!.id}`)).reduce((left, one) => one.lift(left), problem)), null);
  const faults = conflicts.flatMap(({ members, isMinimal }) => {
    const names = members.map(({ kind, id }) => `${kind} ${id}`);
    return [...(isMinimal || !wasSure ? [] : ['not minimal']), ...(verdict(names) === 'NO' ? [] : ['no conflict']), ...(!isMinimal || names.every((one) => verdict(names.filter((other) => other !== one)) === 'YES') ? [] : ['one can be missed'])];
  });
  return { conflicts: conflicts.length, faults: [...faults, ...(!wasSure || (conflicts.length > 0 && isResolved) ? [] : ['not resolved'])], solves };
}

/** What is wrong with the alternatives: each is valid, worth enough, what it is called, and not one that there is already. */
export function faultsOfAlternatives({ solve: given, problem, best }: Asked): { readonly plans: number; readonly faults: readonly string[]; readonly solves: number } {
  const { solve, isSure } = watched(given);
  const { plans, solves, isComplete } = alternatives(new Asking(solve, { maxSolves: 1_000 }), problem, best);
  const shapes = [best.plan, ...plans.map(({ plan }) => plan)].map((plan) => shapeOf(problem, plan));
  const faults = plans.flatMap(({ plan, value, isProved }) => [
    ...(isProved || !isSure() ? [] : ['not proved']),
    ...(validate(problem, plan).length > 0 ? ['not valid'] : []), ...(value.join() === valueOf(problem, plan).join() ? [] : ['another value']), ...(value[0]! * 1000 >= best.value[0]! * 750 ? [] : ['worth too little']),
  ]);
  const isLess = (as: string, of: (plan: Plan) => number): boolean => plans.filter((one) => one.as === as).every(({ plan }) => of(plan) < of(best.plan));
  const measured = (measure: 'COST_CENTS' | 'NIGHTS') => (plan: Plan): number => valueOf({ ...problem, goals: [{ id: 'measured', terms: [{ measure, weight: 1 }] }] }, plan)[0]!;
  return {
    plans: plans.length, solves,
    faults: [...faults, ...(isComplete ? [] : ['ran out']), ...(new Set(shapes).size === shapes.length ? [] : ['twice']), ...(isLess('CHEAPEST', measured('COST_CENTS')) && isLess('SHORTEST', measured('NIGHTS')) ? [] : ['not less'])],
  };
}

const spared = (measure: 'COST_CENTS' | 'NIGHTS'): GoalLevel => ({ id: 'least', terms: [{ measure, weight: -1 }] });

/** The other order of two places: of the best plan with its meetings in both, of another plan with its meetings and no others, by what that is called for. Written apart from what explains. */
function reversed(problem: Problem, { plan, as }: Pick<RankedPlan, 'plan' | 'as'>, { from, to }: Pick<LegReason, 'from' | 'to'>): Problem {
  const has = (id: string): boolean => plan.meetings.some(({ meetingId }) => meetingId === id);
  const isKept = ({ id, placeId }: Problem['meetings'][number]): boolean => has(id) && (as !== 'BEST' || [from, to].includes(placeId));
  const [first, ...others] = problem.goals;
  const goals = as === 'CHEAPEST' ? [first!, spared('COST_CENTS'), ...others] : as === 'SHORTEST' ? [first!, spared('NIGHTS'), ...others] : problem.goals;
  const pins = problem.meetings.flatMap((one): Pin[] => {
    const pin = isKept(one) ? 'IN' : as !== 'BEST' && !has(one.id) ? 'OUT' : null;
    return pin ? [{ id: `checked ${one.id}`, why: 'ADVISER', pin, meetingId: one.id }] : [];
  });
  return { ...problem, goals, pins: [...problem.pins, { id: 'checked order', why: 'ADVISER', pin: 'ORDER', placeIds: [to, from] }, ...pins] };
}

const signOf = (loses: Value): number => Math.sign(loses.find((one) => one !== 0) ?? 0);

/** Of what is said to refuse the other order: there is none, what is named is enough for that, and of it each where it says so. */
function faultsOfRefusal(solve: Solve, problem: Problem, other: Problem, { about, isMinimal }: LegReason): string[] {
  const all = removablesOf(problem);
  const verdict = (kept: readonly string[]): string => verdictOf(solve(all.filter(({ about: [one] }) => !kept.includes(`${one!.kind} ${one!.id}`)).reduce((left, one) => one.lift(left), other)), null);
  const names = about.map(({ kind, id }) => `${kind} ${id}`);
  return [...(solve(other).plan ? ['not refused'] : []), ...(verdict(names) === 'NO' ? [] : ['not by that']), ...(!isMinimal || names.every((one) => verdict(names.filter((name) => name !== one)) === 'YES') ? [] : ['one can be missed'])];
}

/** Of what is said to be worse, or as good: by so much, and with those meetings less. */
function faultsOfOther(plan: Plan, other: Problem, best: Valued, { is, loses, fallsOut }: LegReason): string[] {
  const real = valueOf(other, plan).map((one, n) => one - best.value[n]!);
  const missing = plan.meetings.map(({ meetingId }) => meetingId).filter((id) => !best.plan.meetings.some(({ meetingId }) => meetingId === id)).sort();
  const isSo = signOf(real) === (is === 'WORSE' ? 1 : 0);
  return [...(isSo ? [] : [`not ${is}`]), ...(loses === null || loses.join() === real.join() ? [] : ['not by so much']), ...(loses === null || fallsOut.join() === missing.join() ? [] : ['other meetings'])];
}

/** What is wrong with why a plan goes from place to place as it does: the other order has to cost, or to break, what is said. */
export function faultsOfLegs(solve: Solve, problem: Problem, { plan, as, legs }: Pick<RankedPlan, 'plan' | 'as'> & { readonly legs: readonly LegReason[] }): string[] {
  return legs.flatMap((leg) => {
    const other = reversed(problem, { plan, as }, leg);
    const { plan: best, value, isOptimal } = solve(other);
    if (leg.is === 'UNPROVED' || !isOptimal) return leg.is === 'UNPROVED' ? [] : ['not known'];
    if (leg.is === 'REFUSED') return faultsOfRefusal(solve, problem, other, leg);
    return best && value ? faultsOfOther(plan, other, { plan: best, value }, leg) : ['refused'];
  });
}
