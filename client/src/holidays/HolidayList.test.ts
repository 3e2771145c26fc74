/** A day that a demonstration made a public holiday bears its mark wherever it is listed; one that somebody real corrected bears none. */
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import HolidayList from './HolidayList.vue';

const day = (date: string, correction: { readonly isDemonstration: boolean } | null) => ({ holiday: { date, isMoonDependent: false, name: { text: `Day of ${date}`, locale: 'en', isFallback: false, isOutdated: false }, provenance: { isVerified: true }, correction } });

test('the mark stands beside the days that were invented, and beside no other', async () => {
  await setLocale('en', ['holidays']);
  const list = mount(HolidayList, { props: { items: [day('2027-01-01', null), day('2027-01-02', { isDemonstration: true }), day('2027-01-03', { isDemonstration: false })] }, global: { plugins: [i18n] } });
  expect(list.findAll('li').map((one) => one.find('.chip-demonstration').exists())).toEqual([false, true, false]);
});
