import { mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { PAGE, PLAN } from './plan.fixture.ts';
import { PLAN_CHOICES, planChoices } from './planChoices.ts';
import PlanTable from './PlanTable.vue';
import type { PlanSearch } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

it('says the days off of each country, and of a holiday which', async () => {
  await setLocale('en', ['board', 'costs', 'missions', 'pins', 'plans']);
  const search = { people: [], assumptions: { candidates: [] } } as unknown as PlanSearch;
  const page = mount({
    components: { PlanTable },
    setup: () => ({ plan: PLAN, off: [{ country: 'RS', cities: ['belgrade'], days: ['2027-11-11', '2027-11-13'] }], words: usePlanWords(() => PAGE, () => search, () => []) }),
    template: '<PlanTable :plan="plan" :off="off" :words="words" />',
  }, { global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: planChoices() } } });
  expect(page.get('ul').text().replaceAll(/\s/g, ' ')).toBe('Days off (Serbie): Thu 11 November 2027 – Jour de l’armistice · Sat 13 November 2027');
});
