import { compareValues, type Exchange, type Id, type LeftOut, type Meeting, type Plan, type Problem, type Value } from '@passerelle/shared/planning.ts';

import { conflictOf } from './conflict.ts';
import { obstaclesOf } from './obstacles.ts';
import { pinned, pinOf } from './pin.ts';
import type { Asking, Solved, Spent } from './solve.ts';
import { cheapestWitness } from './witness.ts';

/** A plan with its value. */
export interface Valued {
  readonly plan: Plan;
  readonly value: Value;
}

type Why = LeftOut['why'];

/** What is said first where several obstacles hold together: the heaviest. Of mandatory meetings alone: these displace it. Of none at all: nothing leads there. */
const HEAVIEST: readonly Why[] = ['PINNED', 'RATE_UNKNOWN', 'BORDER', 'WORK', 'ENVELOPE', 'BOUND', 'NOBODY_FOR_NEED', 'DAY_OFF', 'ORDER', 'NO_LINK', 'NO_COMMON_DAY', 'DISPLACED'];

type Reason = Pick<LeftOut, 'why' | 'about' | 'loses' | 'isMinimal' | 'exchange'>;

const UNPROVED: Reason = { why: 'UNPROVED', about: [], loses: null, isMinimal: false, exchange: null };

/** What it is out for where a plan that has it is worth no more: the first level at which something is lost decides. Other meetings displace it where it is a level of what meetings are worth, and of nothing else. */
function whyOf({ goals }: Problem, loses: Value, fallsOut: readonly Id[]): Why {
  const level = loses.findIndex((lost) => lost !== 0);
  if (level === -1) return 'AS_GOOD';
  if (fallsOut.length > 0 && goals[level]!.terms.every(({ measure }) => measure === 'PROFIT')) return 'DISPLACED';
  return fallsOut.length > 0 && level > 0 ? 'AS_MUCH' : 'LESS_WORTH';
}

/** Where it can be in: what that displaces, or loses. */
function exchanged(problem: Problem, meeting: Meeting, { best, plan, value, isLess, isOptimal }: Valued & { readonly best: Valued; readonly isLess: boolean; readonly isOptimal: boolean }): Reason {
  const has = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  const fallsOut: Id[] = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => !has.has(id)).sort();
  const exchange: Exchange = { change: { change: 'ADD_PIN', pin: pinOf(problem, { pin: 'IN', meetingId: meeting.id }) }, plan, value, fallsOut };
  const loses = best.value.map((one, n) => one - value[n]!);
  if (!isLess || compareValues(value, best.value) > 0) return { ...UNPROVED, exchange };
  const why = whyOf(problem, loses, fallsOut);
  return { why, about: why === 'DISPLACED' ? fallsOut.map((id) => ({ kind: 'MEETING', id })) : [], loses: isOptimal ? loses : null, isMinimal: false, exchange };
}

function reasonOf(asking: Asking, problem: Problem, { meeting, best, solved }: { readonly meeting: Meeting; readonly best: Valued; readonly solved: Solved }): Reason {
  // That all plans with it are worth less at the first level is enough to know that it is out for what is worth more.
  const isLess = solved.isOptimal || (solved.bound.length > 0 && solved.bound[0]! < best.value[0]!);
  if (solved.plan && solved.value) return exchanged(problem, meeting, { best, plan: solved.plan, value: solved.value, isLess, isOptimal: solved.isOptimal });
  if (!solved.isOptimal) return UNPROVED;
  return asking.within<Reason>(UNPROVED, () => {
    const found = conflictOf(asking, pinned(problem, { pin: 'IN', meetingId: meeting.id }), obstaclesOf(problem, meeting));
    return found ? { why: HEAVIEST.find((why) => found.members.some((one) => one.why === why)) ?? 'NO_LINK', about: found.members.flatMap(({ about }) => about), loses: null, isMinimal: found.isMinimal, exchange: null } : UNPROVED;
  });
}

function explained(asking: Asking, problem: Problem, { meeting, best }: { readonly meeting: Meeting; readonly best: Valued }): LeftOut {
  const solved = asking.solve(pinned(problem, { pin: 'IN', meetingId: meeting.id }));
  const reason = reasonOf(asking, problem, { meeting, best, solved });
  const { witness, hasNone } = cheapestWitness(asking, problem, { meeting, floor: best.value[0]! });
  return { meetingId: meeting.id, ...reason, witness, hasNoWitness: hasNone };
}

/**
 * Why each meeting that a plan leaves out is not in it, and what would bring it in: in the order of ids. The solves are shared out evenly among those that are left. A witness keeps the first level of the value from falling;
 * where the meeting can be in at all, it is offered at the price of what it displaces, too.
 */
export function leftOut(asking: Asking, problem: Problem, best: Valued): { readonly leftOut: readonly LeftOut[] } & Spent {
  const has = new Set(best.plan.meetings.map(({ meetingId }) => meetingId));
  const out = problem.meetings.filter(({ id }) => !has.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return asking.within<{ readonly leftOut: readonly LeftOut[] }>({ leftOut: [] }, () => ({
    leftOut: out.map((meeting, n) => {
      const nothing: LeftOut = { meetingId: meeting.id, ...UNPROVED, witness: null, hasNoWitness: false };
      const { solves: _solves, work: _work, isComplete: _isComplete, ...one } = asking.within(nothing, () => explained(asking, problem, { meeting, best }), Math.floor(asking.left / (out.length - n)));
      return one;
    }),
  }));
}
