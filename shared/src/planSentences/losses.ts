/** What a plan would lose, by the goal that decides. Pure functions of the words that they are given. */
import type { Writing } from './references.ts';
import type { SaidSentence } from './said.ts';

/** What can count of a plan. */
export const GOALS = ['PROFIT', 'COUNTRIES_SERVED', 'COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'BALANCE', 'SHORT_SLACK', 'FRESH', 'KEPT'] as const;
export type Goal = (typeof GOALS)[number];
/** What is measured in minutes. */
export const IN_TIME: ReadonlySet<Goal> = new Set(['TRAVEL_MINUTES', 'SHORT_SLACK'] as const);
/** Of these more is worse; of the others less. */
const WORSE_WHERE_MORE: ReadonlySet<Goal> = new Set(['COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'SHORT_SLACK'] as const);

/** How what is lost is named within a sentence: the goal, and by how much it is missed more; null where it is no single goal. */
export function planLosses({ money, time, count, goal: named }: Pick<Writing<never, never>, 'money' | 'time' | 'count' | 'goal'>): (sentence: Pick<SaidSentence<never>, 'amount' | 'measure'>) => string | null {
  const written = (goal: Goal, amount: number): string => (goal === 'COST_CENTS' ? money(amount) : IN_TIME.has(goal) ? time(amount) : count(amount));
  return ({ amount, measure }) => {
    const goal = GOALS.find((one) => one === measure);
    return goal === undefined || amount === null ? null : `${named(goal)} (${WORSE_WHERE_MORE.has(goal) ? '+' : '−'}${written(goal, amount)})`;
  };
}
