/** What the tests of what is kept of countries share: what people do by the API. */
import { ask, post, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export const KNOWN = { source: 'Službeni glasnik', sourceUrl: 'https://example.org/sg', checkedOn: '2026-11-02' } as const;
export const HOLIDAY = { date: '2097-05-14', name: 'Dan probe', locale: 'sr-Latn', isAnother: false, isMoonDependent: false, known: KNOWN } as const;
export const NOTE = { sourceLocale: 'sr-Latn', text: 'Granični prelaz je subotom preopterećen.', checkedOn: '2026-11-02' } as const;

export interface Kept {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly code: string | undefined;
}

async function sent(server: TestServer, headers: Headers, mutation: string, variables: object): Promise<Kept> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as Kept), code };
}
const BACK = '{ outcome faults { field fault maximum } }';

/** Adds a holiday of Serbia (`from` null), or corrects the one of the day `from`. */
export const keepHoliday = (server: TestServer, headers: Headers, { country = 'RS', from = null as string | null, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly country?: string; readonly from?: string | null; readonly version?: number } = {}): Promise<Kept> =>
  sent(server, headers, `mutation ($country: CountryCode!, $from: LocalDate, $version: Int!, $input: HolidayInput!) { saveHoliday(country: $country, date: $from, version: $version, input: $input) ${BACK} }`, { country, from, version, input: { ...HOLIDAY, ...changes } });

/** Strikes one, as it was read. */
export const strike = (server: TestServer, headers: Headers, { country = 'RS', date = HOLIDAY.date as string, version = 1, ...changes }: Readonly<Record<string, unknown>> & { readonly country?: string; readonly date?: string; readonly version?: number } = {}): Promise<Kept> =>
  sent(server, headers, `mutation ($country: CountryCode!, $date: LocalDate!, $version: Int!, $input: UpkeepSourceInput!) { strikeHoliday(country: $country, date: $date, version: $version, input: $input) ${BACK} }`, { country, date, version, input: { ...KNOWN, ...changes } });

/** Says whether a number of Serbia holds. */
export const confirm = (server: TestServer, headers: Headers, number: string, checkedOn: string, holds = true): Promise<Kept> =>
  sent(server, headers, `mutation ($country: CountryCode!, $number: String!, $checkedOn: LocalDate!, $holds: Boolean!) { checkHotline(country: $country, number: $number, checkedOn: $checkedOn, holds: $holds) ${BACK} }`, { country: 'RS', number, checkedOn, holds });

/** Says what to know of travelling to Serbia. */
export const keepNote = (server: TestServer, headers: Headers, { country = 'RS', version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly country?: string; readonly version?: number } = {}): Promise<Kept> =>
  sent(server, headers, `mutation ($country: CountryCode!, $version: Int!, $input: TravelNoteInput!) { saveTravelNote(country: $country, version: $version, input: $input) ${BACK} }`, { country, version, input: { ...NOTE, ...changes } });

export const translateNote = (server: TestServer, headers: Headers, { country = 'RS', version = 1, locale = 'fr', text = 'Le poste-frontière est saturé le samedi.' } = {}): Promise<Kept> =>
  sent(server, headers, `mutation ($country: CountryCode!, $version: Int!, $locale: Locale!, $text: String!) { translateTravelNote(country: $country, version: $version, locale: $locale, text: $text) ${BACK} }`, { country, version, locale, text });

export const removeNote = (server: TestServer, headers: Headers, version = 1, country = 'RS'): Promise<Kept> => sent(server, headers, `mutation ($country: CountryCode!, $version: Int!) { removeTravelNote(country: $country, version: $version) ${BACK} }`, { country, version });

/** The holidays of a country in a year, by day, with how each was corrected last; those that were struck; and what was done. */
export async function holidaysOf(server: TestServer, headers: Headers, country = 'RS', year = '2097', locale = 'sr-Latn'): Promise<{ readonly there: readonly unknown[]; readonly struck: readonly unknown[]; readonly changes: readonly unknown[] }> {
  const HOLIDAYS = 'date version isMoonDependent name { text locale isFallback } correction { kind isByPost isDemonstration } provenance { source isVerified checkedOn note }';
  const query = `query ($country: CountryCode!) { country(code: $country) { holidays { ${HOLIDAYS} } struckHolidays { ${HOLIDAYS} } holidayChanges { kind date wasOn name locale isByPost provenance { source } } } }`;
  const { data } = JSON.parse((await post(server, JSON.stringify({ query, variables: { country } }), headers as never, `/graphql?locale=${locale}`)).text) as { data: unknown };
  const of = (data as unknown as { country: Record<'holidays' | 'struckHolidays' | 'holidayChanges', readonly { readonly date: string }[]> }).country;
  const inYear = (list: readonly { readonly date: string }[]): readonly unknown[] => list.filter(({ date }) => date.startsWith(year));
  return { there: inYear(of.holidays), struck: inYear(of.struckHolidays), changes: inYear(of.holidayChanges) };
}

/** A day of Serbia that can be struck, and a number that can be checked. */
export const STRUCK_ON = '2097-06-03';
export const NUMBER = '+381 11 000 00 00';

/** What is kept of Serbia: a holiday, a hotline that nobody has checked, what to know of travelling there. */
export async function keptOf(server: TestServer, headers: Headers): Promise<void> {
  await keepHoliday(server, headers, { date: STRUCK_ON });
  await owner(server, `insert into hotline (country_code, position, number, source) values ('RS', 99, ?, 'A test')`, [NUMBER]);
  await keepNote(server, headers);
}
