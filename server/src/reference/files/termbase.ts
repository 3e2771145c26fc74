/** What termbase.json says: the glossary. */
import type { FileRow } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';
import { textsOf } from './parts.ts';

/** The rows of the terms and of their names. The notes are for translators and stay in the file. */
export function termRows(file: Entry): FileRow[] {
  const asOf = file.text('asOf', PARTIAL_DAY);
  return file.list('terms').flatMap((term): FileRow[] => {
    term.leave('note');
    const code = term.text('code', /^[a-z0-9-]+$/);
    const names = textsOf(term, 'names');
    const sources = new Map(textsOf(term, 'sources', []));
    const verified = term.codes('verified', names.map(([locale]) => locale));
    return [
      { table: 'term', values: { code, domain: term.text('domain'), definition: term.maybeText('definition') } },
      ...names.map(([locale, name]): FileRow => ({ table: 'term_name', values: { term_code: code, locale, name, is_verified: verified.includes(locale), source: sources.get(locale) ?? null, checked_on: verified.includes(locale) ? asOf : null } })),
    ];
  });
}
