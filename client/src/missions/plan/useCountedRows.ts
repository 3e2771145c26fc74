import { LOCALES } from '@passerelle/shared/locales.ts';
import { GOALS, type Goal, IN_TIME } from '@passerelle/shared/planSentences.ts';
import { useI18n } from 'vue-i18n';

import { locale } from '../../core/i18n/index.ts';
import { useGoalWords } from './useGoalWords.ts';
import type { PlanSearch } from './usePlan.ts';
import type { PlanWords } from './usePlanWords.ts';

type Level = PlanSearch['value'][number];

/** What a plan has of a goal, in words: `points` null where goals count one after the other; `unknown`: of how many people it is not known. */
export interface CountedRow {
  readonly goal: Goal;
  readonly name: string;
  readonly amount: string;
  readonly points: number | null;
  readonly unknown: number;
  readonly proof: string;
}

const isGoal = (measure: string): measure is Goal => GOALS.some((goal) => goal === measure);
/** What no plan exceeds, of a level that measures one thing alone. */
const bestOf = ({ terms, bound, isProved }: Level): number | null => (isProved || bound == null || terms.length !== 1 || terms[0]!.points != null ? null : bound / terms[0]!.weight + 0);

/** Points as they are written, with one decimal at most. */
export const pointsText = (points: number): string => new Intl.NumberFormat(LOCALES[locale.value].intl, { maximumFractionDigits: 1 }).format(points);

/** Gives what says of each goal what a plan has of it, and what is proved. */
export function useCountedRows(): (levels: readonly Level[], words: Pick<PlanWords, 'count' | 'money' | 'time'>) => readonly CountedRow[] {
  const { t } = useI18n();
  const said = useGoalWords();
  return (levels, words) => {
    const amountOf = (goal: Goal, amount: number): string => (goal === 'COST_CENTS' ? words.money(amount) : IN_TIME.has(goal) ? words.time(amount) : words.count(amount));
    const proofOf = (level: Level, goal: Goal): string => {
      const best = bestOf(level);
      if (level.isProved) return t('plans.proved');
      return best === null ? t('plans.unproved') : t('planGoals.atBest', { amount: amountOf(goal, best) });
    };
    return levels.flatMap((level) => level.terms.flatMap(({ measure, amount, points, unknown }) => (isGoal(measure) ? [{ goal: measure, name: said.name(measure), amount: amountOf(measure, amount), points: points ?? null, unknown: unknown ?? 0, proof: proofOf(level, measure) }] : [])));
  };
}
