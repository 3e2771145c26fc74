/** What vocabulary.json says: themes and their parts, professions, audiences, French institutions. */
import type { FileRow, Row, TableName } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';
import { type NameSources, namesOf } from './parts.ts';

const CODE = /^[A-Z][A-Z_]*$/;

const VOCABULARIES = [
  ['themes', 'theme', 'theme_translation', 'theme_code'],
  ['professions', 'profession', 'profession_translation', 'profession_code'],
  ['audiences', 'audience', 'audience_translation', 'audience_code'],
] as const;

/** The rows of the vocabularies. `terms`: the names of each term of the termbase, by its code. */
export function vocabularyRows(file: Entry, terms: ReadonlyMap<string, readonly Row[]>): FileRow[] {
  const meta = file.entry('meta');
  meta.leave('note');
  const sources = { verified: 'Termbase of the project', unverified: 'Own translation', asOf: meta.text('asOf', PARTIAL_DAY) };
  // The kinds of organisations are an enumeration of the API: their names are the interface's.
  file.leave('organisationKinds');
  const rows = VOCABULARIES.flatMap(([list, owner, names, column]) =>
    file.list(list).flatMap((entry): FileRow[] => {
      entry.leave('term');
      const code = entry.text('code', CODE);
      return [{ table: owner, values: { code, position: entry.integer('position') } }, ...nameRows(entry, code, names, column, sources)];
    }));
  const themes = rows.flatMap(({ table, values }) => (table === 'theme' ? [String(values.code)] : []));
  return [
    ...rows,
    ...file.list('subthemes').flatMap((entry) => subthemeRows(entry, { themes, terms, sources })),
    ...file.list('institutions').flatMap((entry, index): FileRow[] => {
      const code = entry.text('code', CODE);
      return [
        { table: 'institution', values: { code, position: index + 1, name: entry.text('name') } },
        ...nameRows(entry, code, 'institution_translation', 'institution_code', sources),
      ];
    }),
  ];
}

interface Named {
  readonly themes: readonly string[];
  readonly terms: ReadonlyMap<string, readonly Row[]>;
  readonly sources: NameSources;
}

/** A sub-theme is called what its term is, with a capital: it is translated in the termbase, once. */
function subthemeRows(entry: Entry, { themes, terms, sources }: Named): FileRow[] {
  const code = entry.text('code', CODE);
  const named = terms.get(entry.code('term', terms.keys()))!;
  return [
    { table: 'subtheme', values: { code, position: entry.integer('position'), theme_code: entry.code('theme', themes) } },
    ...named.map(({ locale, name, is_verified: isVerified, checked_on: checkedOn }): FileRow => ({
      table: 'subtheme_translation',
      values: { subtheme_code: code, locale: locale!, name: asLabel(String(name), String(locale)), source: isVerified ? sources.verified : sources.unverified, source_url: null, is_verified: isVerified!, checked_on: checkedOn!, note: null },
    })),
  ];
}

const asLabel = (name: string, locale: string): string => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

const nameRows = (entry: Entry, code: string, table: TableName, column: string, sources: NameSources): FileRow[] =>
  namesOf(entry, sources).map(([locale, columns]) => ({ table, values: { [column]: code, locale, ...columns } }));
