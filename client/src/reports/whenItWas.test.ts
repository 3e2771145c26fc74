import { beforeAll, expect, test } from 'vitest';

import { format, setLocale } from '../core/i18n/index.ts';
import { whenItWas } from './whenItWas.ts';

const MONTHS = { startsOn: null, endsOn: null, firstMonth: '2026-09-01', lastMonth: '2026-09-01' };

beforeAll(() => setLocale('en', []));

test('the days are said where they are published, and nothing of the months beside them', () => {
  expect(whenItWas(format.value, { ...MONTHS, startsOn: '2026-09-14', endsOn: '2026-09-16' })).toBe(format.value.dateRange('2026-09-14', '2026-09-16'));
});

test('a mission of one month is said by that month once', () => {
  expect(whenItWas(format.value, MONTHS)).toBe('September 2026');
});

test('a mission of several months is said from the first to the last', () => {
  expect(whenItWas(format.value, { ...MONTHS, lastMonth: '2026-10-01' })).toBe('September 2026 – October 2026');
  expect(whenItWas(format.value, { ...MONTHS, firstMonth: '2026-12-01', lastMonth: '2027-01-01' })).toBe('December 2026 – January 2027');
});

test('half of the days is none: the months are said', () => {
  expect(whenItWas(format.value, { ...MONTHS, startsOn: '2026-09-14' })).toBe('September 2026');
});

test('the months are in the language of the page', async () => {
  await setLocale('fr', []);
  expect(whenItWas(format.value, MONTHS)).toBe('septembre 2026');
  await setLocale('en', []);
});
