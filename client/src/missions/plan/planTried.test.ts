import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import PlanTried from './PlanTried.vue';

const shown = (isIdea: boolean): string => mount(PlanTried, { props: { search: { settings: { isIdea }, assumptions: { people: 12, meetings: 8 } } as never }, global: { plugins: [i18n] } }).text();

test('of an idea it is said among whom, and among what, it was tried; of any other search nothing', async () => {
  await setLocale('fr', ['plans']);
  expect(shown(true)).toMatch(/12.*8/u);
  expect(shown(false)).toBe('');
});
