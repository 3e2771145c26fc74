import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import ExpertState from './ExpertState.vue';

test('who vouches for an expert is told with the day since when; that nobody does is said in words', async () => {
  await setLocale('fr', ['experts']);
  const shown = (vouchedBy: string | null, vouchedSince: string | null): string => mount(ExpertState, { props: { expert: { vouchedBy, vouchedSince, lastMissionOn: null } }, global: { plugins: [i18n] } }).get('dd').text().replaceAll(/\s+/g, ' ');
  expect(shown('Ministère de la Justice', '2024-05-01')).toBe('Ministère de la Justice depuis le 1er mai 2024');
  expect(shown('Ministère de la Justice', null)).toBe('Ministère de la Justice');
  expect(shown(null, null)).toBe('Personne ne s’est encore porté garant de cet expert');
});

test('who vouches for an expert is named in French, and says so to those who listen', async () => {
  await setLocale('el', ['experts']);
  const shown = mount(ExpertState, { props: { expert: { vouchedBy: 'Ministère de la Justice', vouchedSince: '2024-05-01', lastMissionOn: null } }, global: { plugins: [i18n] } });
  expect(shown.findAll('[lang="fr"]').map((part) => part.text())).toEqual(['Ministère de la Justice']);
});
