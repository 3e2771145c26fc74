/** What a holidays file says: the public holidays of one year. */
import type { FileRow } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { type Codes, provenanceOf, textsOf } from './parts.ts';

/** The rows of the holidays. Each has a name in English, which is therefore the language to fall back to. */
export function holidayRows(file: Entry, { countries }: Pick<Codes, 'countries'>): FileRow[] {
  const year = file.integer('year');
  file.leave('credits', 'asOf');
  return file.list('holidays').flatMap((holiday): FileRow[] => {
    const key = { country_code: holiday.code('country', countries), date: holiday.text('date', DAY) };
    if (!key.date.startsWith(`${year}-`)) holiday.refuse('date', `is not in ${year}`);
    return [
      { table: 'holiday', values: { ...key, source_locale: 'en', is_moon_dependent: holiday.flag('isMoonDependent'), ...provenanceOf(holiday) } },
      ...textsOf(holiday, 'names', ['en']).map(([locale, name]): FileRow => ({ table: 'holiday_translation', values: { ...key, locale, name } })),
    ];
  });
}
