/** What a plan would lose, by the goal that decides. Pure functions of the words that they are given. */
import { GOALS, type Goal, IN_TIME } from './planGoals.ts';
import type { Part } from './planParts.ts';
import type { Writing } from './planRefs.ts';
import type { PlanSentence } from './usePlan.ts';

/** Of these more is worse; of the others less. */
const WORSE_WHERE_MORE: ReadonlySet<Goal> = new Set(['COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'SHORT_SLACK'] as const);

/** How what is lost is named within a sentence: the goal, and by how much it is missed more; nothing where it is no single goal. */
export function planLosses({ money, time, count, goal: named }: Pick<Writing, 'money' | 'time' | 'count' | 'goal'>): (sentence: Pick<PlanSentence, 'amount' | 'measure'>) => Part[] {
  const written = (goal: Goal, amount: number): string => (goal === 'COST_CENTS' ? money(amount) : IN_TIME.has(goal) ? time(amount) : count(amount));
  return ({ amount, measure }) => {
    const goal = GOALS.find((one) => one === measure);
    return goal === undefined || amount === null ? [] : [`${named(goal)} (${WORSE_WHERE_MORE.has(goal) ? '+' : '−'}${written(goal, amount)})`];
  };
}
