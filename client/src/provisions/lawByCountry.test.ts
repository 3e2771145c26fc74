import { expect, test } from 'vitest';

import { byCountry } from './lawByCountry.ts';
import type { CountryEntry } from './useProvisions.ts';

test('each country of which something was entered has a row, with what that is', () => {
  const entry = (key: string, code: string, kind: CountryEntry['kind']): CountryEntry => ({ key, kind, reference: key, locale: 'sq', country: { code } }) as CountryEntry;
  const rows = byCountry([entry('a', 'AL', 'PROVISION'), entry('b', 'RS', 'RESERVATION'), entry('c', 'AL', 'DECLARATION'), entry('d', 'AL', 'PROVISION')]);
  expect(rows.map(({ country, entered }) => [country.code, ...Object.values(entered).map((entries) => entries.map(({ key }) => key))])).toEqual([['AL', ['a', 'd'], [], ['c']], ['RS', [], ['b'], []]]);
  expect(byCountry([])).toEqual([]);
});
