import type { FragmentOf, ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { CountryHolidaysQuery, type HolidayFields, HolidaysQuery } from './holidays.documents.ts';

/** A public holiday with where it comes from. */
export type Holiday = FragmentOf<typeof HolidayFields>;

/** The holidays of all countries. */
export function useHolidays(): Answer<ResultOf<typeof HolidaysQuery>> {
  return useAnswer(HolidaysQuery, () => ({}));
}

/** The holidays of a country by its code. */
export function useCountryHolidays(code: () => string): Answer<ResultOf<typeof CountryHolidaysQuery>> {
  return useAnswer(CountryHolidaysQuery, () => ({ code: code() }));
}
