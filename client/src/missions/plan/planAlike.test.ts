// @vitest-environment node
import { expect, it } from 'vitest';

import { type Aim, isAlike } from './planAlike.ts';

const term = (measure: string, changes: object = {}): object => ({ measure, weight: 1, amount: 3, points: null, unknown: null, ...changes });
const aim = (terms: readonly object[], settings: Partial<Aim['settings']> = {}): Aim => ({ levels: terms.map((one) => ({ bound: null, isProved: false, terms: [one] })) as unknown as Aim['levels'], settings: { isIdea: false, former: null, ...settings } });
const near = (search: string): Partial<Aim['settings']> => ({ former: { search, as: 'BEST' } });

it('two plans are compared by their goals where the same counted in the same order, whatever each has of it', () => {
  const one = aim([term('PROFIT'), term('COST_CENTS', { weight: -1 })]);
  expect(isAlike(one, aim([term('PROFIT', { amount: 9 }), term('COST_CENTS', { weight: -1, amount: 5 })]))).toBe(true);
  expect(isAlike(one, aim([term('COST_CENTS', { weight: -1 }), term('PROFIT')]))).toBe(false);
  expect(isAlike(one, aim([term('PROFIT')]))).toBe(false);
  expect(isAlike(one, aim([term('PROFIT', { weight: 2 }), term('COST_CENTS', { weight: -1 })]))).toBe(false);
});

it('not where countries were asked for once, nor where each stays near to another plan, nor with what has no goals', () => {
  expect(isAlike(aim([term('PROFIT')]), aim([term('PROFIT')], { isIdea: true }))).toBe(false);
  const kept = [term('PROFIT'), term('KEPT')];
  expect([isAlike(aim(kept, near('a')), aim(kept, near('a'))), isAlike(aim(kept, near('a')), aim(kept, near('b'))), isAlike(aim([term('PROFIT')], near('a')), aim([term('PROFIT')], near('b')))]).toEqual([true, false, true]);
  expect([isAlike(aim([term('PROFIT')]), undefined), isAlike(undefined, undefined), isAlike(aim([]), aim([]))]).toEqual([false, false, false]);
});
