import { mount } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import PlanCounted from './PlanCounted.vue';
import type { PlanSearch } from './usePlan.ts';
import type { PlanWords } from './usePlanWords.ts';

type Level = PlanSearch['value'][number];

const level = (measure: string, { weight, amount, ...proof }: { readonly weight: number; readonly amount: number; readonly bound: number | null; readonly isProved: boolean }): Level =>
  ({ goal: measure, terms: [{ measure, weight, amount, points: null, unknown: null }], value: weight * amount, ...proof }) as unknown as Level;

const words = { money: (cents: number) => `€${cents / 100}`, time: (minutes: number) => `${minutes} min`, count: (count: number) => String(count) } as unknown as PlanWords;

const proofs = (levels: readonly Level[]): string[] => mount(PlanCounted, { props: { levels, words }, global: { plugins: [i18n] } }).findAll('tbody tr').map((row) => row.get('td:last-child').text());

beforeEach(async () => {
  await setLocale('en', ['plans', 'planGoals', 'compare', 'costs']);
});

it('says of each goal what is proved, and of the first that is not what no plan does better than', () => {
  expect(proofs([
    level('PROFIT', { weight: 1, amount: 90, bound: 90, isProved: true }), level('COST_CENTS', { weight: -1, amount: 249_250, bound: -238_000, isProved: false }), level('NIGHTS', { weight: -1, amount: 9, bound: null, isProved: false }),
  ])).toEqual(['proved', 'not proved; at best €2380', 'not proved']);
});

it('says no such amount of goals that are weighed together', () => {
  const cost = level('COST_CENTS', { weight: -3, amount: 1_000, bound: -1_500, isProved: false });
  expect(proofs([{ ...cost, terms: [...cost.terms, ...cost.terms.map((term) => ({ ...term, measure: 'NIGHTS' }))] } as Level])).toEqual(['not proved', 'not proved']);
});
