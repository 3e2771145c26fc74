/** What countries.json says. */
import { MembershipBody, MembershipStatus } from '../../countries/index.ts';
import type { FileRow } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';
import { type Codes, isTimeZone, localesOf, provenanceOf, REQUIRED } from './parts.ts';

/** The fields of a country whose provenance is said; those that every country has come first. */
const FACTS = ['name', 'capital', 'capitalCoordinates', 'timeZone', 'currency', 'firstWorkingDay', 'officialLanguages'] as const;
const OPTIONAL_FACTS = ['officialName', 'nameNote'] as const;

/** The rows of the countries with their names, languages, memberships and hotlines. */
export function countryRows(file: Entry, { languages }: Pick<Codes, 'languages'>): FileRow[] {
  file.leave('credits', 'asOf');
  return file.list('countries').flatMap((country): FileRow[] => {
    const code = country.text('code', /^[A-Z]{2}$/);
    const timeZone = country.text('timeZone');
    if (!isTimeZone(timeZone)) country.refuse('timeZone', `“${timeZone}” is not a time zone`);
    return [
      {
        table: 'country',
        values: {
          code, latitude: country.number('latitude', -90, 90), longitude: country.number('longitude', -180, 180), time_zone: timeZone,
          currency: country.text('currency', /^[A-Z]{3}$/), first_working_day: country.integer('firstWorkingDay', 1, 7),
        },
      },
      ...nameRows(country, code),
      ...country.codes('officialLanguages', languages).map((language, index): FileRow =>
        ({ table: 'country_language', values: { country_code: code, language_code: language, position: index + 1 } })),
      ...country.list('memberships').map((membership): FileRow => ({
        table: 'membership',
        values: {
          country_code: code, body: membership.code('body', Object.values(MembershipBody)), status: membership.code('status', Object.values(MembershipStatus)),
          since: membership.maybeText('since', PARTIAL_DAY), ...provenanceOf(membership),
        },
      })),
      ...country.list('hotlines').map((hotline, index): FileRow => ({
        table: 'hotline', values: { country_code: code, position: index + 1, number: hotline.text('number', /^\+?[\d ]+$/), ...provenanceOf(hotline) },
      })),
    ];
  });
}

/** The rows of a country's texts, and of what is known of the source of each of its facts. */
function nameRows(country: Entry, code: string): FileRow[] {
  const names = country.entry('names');
  const said = localesOf(names, REQUIRED).map((locale) => {
    const entry = names.entry(locale);
    return { locale, name: entry.text('name'), official_name: entry.maybeText('officialName'), name_note: entry.maybeText('nameNote'), capital: entry.text('capital') };
  });
  const facts = country.entry('facts');
  const needed = [...FACTS, ...(said.some((x) => x.official_name) ? ['officialName'] : []), ...(said.some((x) => x.name_note) ? ['nameNote'] : [])];
  for (const field of needed) if (!facts.keys.includes(field)) facts.refuse(field, 'is missing');
  return [
    ...said.map((values): FileRow => ({ table: 'country_translation', values: { country_code: code, ...values } })),
    ...[...FACTS, ...OPTIONAL_FACTS].filter((field) => facts.keys.includes(field)).map((field): FileRow =>
      ({ table: 'country_fact', values: { country_code: code, field, ...provenanceOf(facts, field) } })),
  ];
}
