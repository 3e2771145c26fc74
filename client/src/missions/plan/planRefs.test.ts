import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { PAGE, refOf } from './plan.fixture.ts';
import { plainText } from './planParts.ts';
import type { PlanRef, PlanSearch } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

const search = { id: 'PlanSearch_1', assumptions: { candidates: [] }, people: [] } as unknown as PlanSearch;

async function said(...refs: readonly PlanRef[]): Promise<readonly string[]> {
  await setLocale('en', ['plans', 'planGoals', 'pins', 'missions', 'costs']);
  let texts: readonly string[] = [];
  mount({ setup: () => void (texts = refs.map((ref) => plainText(usePlanWords(() => PAGE, () => search, () => []).value.ref(ref)).replaceAll(/\s/g, ' '))), render: () => null }, { global: { plugins: [i18n] } });
  return texts;
}

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', until: '16:00' }));
const source = { text: 'Official journal', url: null, checkedOn: '2026-10-02', isVerified: true };

it('working hours are said with the hours, and where they are known from, or that they are assumed', async () => {
  const of = (sources: readonly (typeof source)[]): PlanRef => refOf('HOURS', { countryCode: 'RS', hours: { countryCode: 'RS', hours, sources: [...sources] } });
  expect(await said(of([source]), of([]))).toEqual(['working hours (Serbie, Mon–Fri 08:00–16:00)Official journal', 'assumed working hours (Serbie, Mon–Fri 08:00–16:00)']);
});

it('days of the mission are said with the day, limits with the amount, a confirmed hour with the hour', async () => {
  expect(await said(
    refOf('PERIOD', { bound: 'FIRST_DAY', from: '2027-11-07T23:00:00.000Z' }), refOf('PERIOD', { bound: 'LAST_DAY', from: '2027-11-12T23:00:00.000Z' }), refOf('LIMIT', { amount: 600_000 }), refOf('LIMIT', { amount: 5_000, costKind: 'FARE' }), refOf('BOUND', { bound: 'COUNTRIES', amount: 3 }),
    refOf('PIN', { pin: 'AT', meetingKey: 'third', from: '2027-11-10T08:00:00.000Z' }),
  )).toEqual([
    'first day of the mission (8 November 2027)', 'last day of the mission (12 November 2027)', 'envelope (€6,000.00)', 'limit on costs (Fare, €50.00)', 'number of countries (3)', 'confirmed hour (Marché, 10 November 2027 at 09:00 GMT+1)',
  ]);
});
