import type { Goal } from '@passerelle/shared/planSentences.ts';
import { useI18n } from 'vue-i18n';

import type { Limited } from './planGoals.ts';

/** The words of what counts, in the reader’s language. */
export interface GoalWords {
  readonly name: (goal: Goal) => string;
  /** The label of the field for the points of a goal. */
  readonly points: (goal: Goal) => string;
  readonly limit: (kind: Limited) => string;
}

/** Gives these words. */
export function useGoalWords(): GoalWords {
  const { t } = useI18n();
  const names: Readonly<Record<Goal, () => string>> = {
    PROFIT: () => t('planGoals.name.PROFIT'), COUNTRIES_SERVED: () => t('plans.label.countries'), COST_CENTS: () => t('plans.label.cost'), TRAVEL_MINUTES: () => t('planGoals.name.TRAVEL_MINUTES'), NIGHTS: () => t('plans.label.nights'),
    BALANCE: () => t('compare.balance'), SHORT_SLACK: () => t('planGoals.name.SHORT_SLACK'), FRESH: () => t('planGoals.name.FRESH'), KEPT: () => t('planGoals.name.KEPT'),
  };
  const points: Readonly<Partial<Record<Goal, (goal: string) => string>>> = {
    PROFIT: (goal) => t('planGoals.per.POINT', { goal }), COST_CENTS: (goal) => t('planGoals.per.HUNDRED', { goal }), TRAVEL_MINUTES: (goal) => t('planGoals.per.HOUR', { goal }), SHORT_SLACK: (goal) => t('planGoals.per.HOUR', { goal }),
  };
  const limits: Readonly<Record<Limited, () => string>> = { FARE: () => t('costs.kind.FARE'), ALLOWANCE: () => t('costs.kind.ALLOWANCE'), INTERPRETER: () => t('costs.kind.INTERPRETER') };
  return { name: (goal) => names[goal](), points: (goal) => points[goal]?.(names[goal]()) ?? t('planGoals.per.ONE', { goal: names[goal]() }), limit: (kind) => limits[kind]() };
}
