import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';

import { i18n, loadMessages, setLocale } from '../core/i18n/index.ts';
import { useLasting } from './useLasting.ts';

async function lastingIn(locale: 'en' | 'el' | 'hu'): Promise<string[]> {
  await setLocale(locale, ['board']);
  await loadMessages(locale, ['board']);
  let given: ReturnType<typeof useLasting> | undefined;
  mount({ setup: () => { given = useLasting(); return () => null; } }, { global: { plugins: [i18n] } });
  return [0, 45, 180, 185, 1500].map((minutes) => given!(minutes).replaceAll('\u00a0', ' '));
}

it('says hours and minutes, and nothing of those that are none', async () => {
  expect(await lastingIn('en')).toEqual(['0 min', '45 min', '3 h', '3 h 5 min', '25 h']);
  expect(await lastingIn('el')).toEqual(['0 λ.', '45 λ.', '3 ώρ.', '3 ώρ. 5 λ.', '25 ώρ.']);
  expect(await lastingIn('hu')).toEqual(['0 perc', '45 perc', '3 óra', '3 óra 5 perc', '25 óra']);
});
