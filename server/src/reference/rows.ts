/** The rows that the reference files ask for. */
import { allowanceRows } from './files/allowances.ts';
import { type Capital, cityRows } from './files/cities.ts';
import { coordinationRows } from './files/coordination.ts';
import { countryRows } from './files/countries.ts';
import { Entry } from './files/entry.ts';
import { holidayRows } from './files/holidays.ts';
import { instrumentRows } from './files/instruments.ts';
import { languageRows } from './files/languages.ts';
import { nameRows } from './files/names.ts';
import { organisationRows } from './files/organisations.ts';
import { recommendationRows } from './files/recommendations.ts';
import { termRows } from './files/termbase.ts';
import { travelRows } from './files/travel.ts';
import { vocabularyRows } from './files/vocabulary.ts';
import { holidaysAmong, type ReferenceFileName, type ReferenceFiles } from './folder.ts';
import { ReferenceFileError } from './reference-file-error.ts';
import { type FileRow, keyOf, type Row, TABLE_NAMES, type TableName } from './tables.ts';

/** A row and the version of the file that asks for it. */
export interface AskedRow {
  readonly values: Row;
  readonly version: number;
}

/** Rows by table and key, tables in the order of their references. */
export type AskedRows = ReadonlyMap<TableName, ReadonlyMap<string, AskedRow>>;

/** Makes the rows of all files. Throws ReferenceFileError at the first thing in them that cannot be. */
export function referenceRows(files: ReferenceFiles): AskedRows {
  const asked = new Map(TABLE_NAMES.map((name) => [name, new Map<string, AskedRow>()]));

  /** Adds the rows of a file and gives the keys that it has in `table`. */
  const add = (name: string, rowsOf: (file: Entry) => FileRow[]): ((table: TableName, column: string) => Set<string>) => {
    const file = new Entry(name, '', parse(name, files.texts.get(name)!));
    // The vocabulary has no version of its own.
    const version = file.maybeInteger('version') ?? 1;
    const rows = rowsOf(file);
    file.finish();
    for (const { table, values } of rows) {
      const key = keyOf(table, values);
      if (asked.get(table)!.has(key)) throw new ReferenceFileError(name, '', `says twice what ${table} ${key} is`);
      asked.get(table)!.set(key, { values, version });
    }
    return (table, column) => new Set(rows.filter((row) => row.table === table).map((row) => String(row.values[column])));
  };
  const addFile = (name: ReferenceFileName, rowsOf: (file: Entry) => FileRow[]) => add(name, rowsOf);

  /** The countries that were added, with what they say of their capitals. */
  const capitals = (): ReadonlyMap<string, Capital> => {
    const names = Map.groupBy([...asked.get('country_translation')!.values()].map(({ values }) => values), ({ country_code: code }) => String(code));
    return new Map([...asked.get('country')!.values()].map(({ values }) => [String(values.code), { country: values, names: names.get(String(values.code)) ?? [] }]));
  };

  /** What the termbase calls a term, by its code: the rows of its names. */
  const terms = (): ReadonlyMap<string, readonly Row[]> => Map.groupBy([...asked.get('term_name')!.values()].map(({ values }) => values), ({ term_code: code }) => String(code));

  // What is named by a term of it comes after it.
  addFile('termbase.json', termRows);
  const languages = addFile('languages.json', languageRows)('language', 'code');
  const themes = addFile('vocabulary.json', (file) => vocabularyRows(file, terms()))('theme', 'code');
  const countries = addFile('countries.json', (file) => countryRows(file, { languages }))('country', 'code');
  addFile('names.json', (file) => nameRows(file, { countries }));
  const cities = addFile('cities.json', (file) => cityRows(file, capitals()));
  addFile('allowances.json', allowanceRows);
  addFile('travel.json', (file) => travelRows(file, { cities: cities('city', 'code'), countries: cities('city', 'country_iso') }));
  for (const name of holidaysAmong(files)) add(name, (file) => holidayRows(file, { countries }));
  addFile('instruments.json', (file) => instrumentRows(file, { countries }));
  const organisations = addFile('organisations.json', (file) => organisationRows(file, { countries }))('organisation', 'slug');
  addFile('coordination.json', (file) => coordinationRows(file, { countries, organisations }));
  addFile('recommendations.json', (file) => recommendationRows(file, { countries, themes }));
  return asked;
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReferenceFileError(name, '', `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
