/** What languages.json says. */
import type { FileRow } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';
import { namesOf } from './parts.ts';

/** The rows of the languages that people work in, in the order of the file. */
export function languageRows(file: Entry): FileRow[] {
  const sources = file.entry('sources');
  const said = { verified: sources.text('verified'), unverified: sources.text('unverified'), asOf: file.text('asOf', PARTIAL_DAY) };
  file.leave('credits');
  return file.list('languages').flatMap((language, index): FileRow[] => {
    const code = language.text('code', /^[a-z]{2,3}$/);
    return [
      { table: 'language', values: { code, position: index + 1 } },
      ...namesOf(language, said).map(([locale, columns]): FileRow => ({ table: 'language_translation', values: { language_code: code, locale, ...columns } })),
    ];
  });
}
