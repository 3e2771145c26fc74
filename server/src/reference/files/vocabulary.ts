/** What vocabulary.json says: themes, professions, audiences, French institutions. */
import type { FileRow, TableName } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';
import { type NameSources, namesOf } from './parts.ts';

const CODE = /^[A-Z][A-Z_]*$/;

const VOCABULARIES = [
  ['themes', 'theme', 'theme_translation', 'theme_code'],
  ['professions', 'profession', 'profession_translation', 'profession_code'],
  ['audiences', 'audience', 'audience_translation', 'audience_code'],
] as const;

/** The rows of the vocabularies. */
export function vocabularyRows(file: Entry): FileRow[] {
  const meta = file.entry('meta');
  meta.leave('note');
  const sources = { verified: 'Termbase of the project', unverified: 'Own translation', asOf: meta.text('asOf', PARTIAL_DAY) };
  // The kinds of organisations are an enumeration of the API: their names are the interface's.
  file.leave('organisationKinds');
  return [
    ...VOCABULARIES.flatMap(([list, owner, names, column]) =>
      file.list(list).flatMap((entry): FileRow[] => {
        entry.leave('term');
        const code = entry.text('code', CODE);
        return [{ table: owner, values: { code, position: entry.integer('position') } }, ...nameRows(entry, code, names, column, sources)];
      })),
    ...file.list('institutions').flatMap((entry, index): FileRow[] => {
      const code = entry.text('code', CODE);
      return [
        { table: 'institution', values: { code, position: index + 1, name: entry.text('name') } },
        ...nameRows(entry, code, 'institution_translation', 'institution_code', sources),
      ];
    }),
  ];
}

const nameRows = (entry: Entry, code: string, table: TableName, column: string, sources: NameSources): FileRow[] =>
  namesOf(entry, sources).map(([locale, columns]) => ({ table, values: { [column]: code, locale, ...columns } }));
