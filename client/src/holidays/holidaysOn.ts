import { earlierFirst } from '../core/i18n/index.ts';

/** Days in a country (`2027-05-01`), both included. */
interface Stay {
  /** Its code; null for what is held in none. */
  readonly country: string | null;
  readonly first: string;
  readonly last: string;
}

interface Dated {
  readonly date: string;
}

interface Country<Holiday extends Dated> {
  readonly code: string;
  readonly holidays: readonly Holiday[];
}

/** A holiday with its country. */
interface HolidayOn<Holiday extends Dated, Of extends Country<Holiday>> {
  readonly holiday: Holiday;
  readonly country: Of;
}

/** The holidays on which somebody is in their country: by day, then in the order of the countries, each once. */
export function holidaysOn<Holiday extends Dated, Of extends Country<Holiday>>(stays: readonly Stay[], countries: readonly (Of & Country<Holiday>)[]): HolidayOn<Holiday, Of>[] {
  return countries
    .flatMap((country) => country.holidays
      .filter(({ date }) => stays.some((stay) => stay.country === country.code && stay.first <= date && date <= stay.last))
      .map((holiday) => ({ holiday, country })))
    .sort((a, b) => earlierFirst(a.holiday.date, b.holiday.date));
}

/** The years of some days of which no holiday is known. */
export function unknownYears(holidays: readonly Dated[], first: string, last: string): string[] {
  const known = new Set(holidays.map(({ date }) => date.slice(0, 4)));
  return [...new Set([first.slice(0, 4), last.slice(0, 4)])].filter((year) => !known.has(year));
}
