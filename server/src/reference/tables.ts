/** The tables that the reference files fill, and what their rows are made of. */

/** A value as JSON has it: a day is a text. */
export type Value = string | number | boolean | null;

/** A row, or a part of one, by column. */
export type Row = Readonly<Record<string, Value>>;

/** A table whose rows refer to rows of another: `columns` hold the other's key. */
export interface Reference {
  readonly table: TableName;
  readonly columns: readonly string[];
}

export interface ReferenceTable {
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** The column that says what a row is about, where its key is but a place. */
  readonly about?: string;
}

/** A row that a reference file asks for. */
export interface FileRow {
  readonly table: TableName;
  readonly values: Row;
}

const table = (key: readonly string[], references: Partial<Record<TableName, readonly string[]>> = {}): ReferenceTable => ({
  key, references: Object.entries(references).map(([name, columns]) => ({ table: name as TableName, columns })),
});

const translationOf = (owner: TableName, column: string): ReferenceTable => table([column, 'locale'], { [owner]: [column] });

const NAMES = [
  'language', 'language_translation', 'theme', 'theme_translation', 'subtheme', 'subtheme_translation', 'profession', 'profession_translation', 'audience', 'audience_translation',
  'institution', 'institution_translation', 'country', 'country_translation', 'country_language', 'country_fact', 'country_name_note', 'country_name_note_translation', 'name_context_body', 'membership', 'hotline',
  'holiday', 'holiday_translation', 'city', 'city_translation', 'allowance_rule', 'travel_link', 'border_rule', 'instrument', 'instrument_translation', 'instrument_article', 'instrument_article_translation', 'country_instrument', 'organisation', 'organisation_translation', 'country_coordination',
  'recommendation', 'recommendation_translation', 'recommendation_theme', 'term', 'term_name',
] as const;

export type TableName = (typeof NAMES)[number];

/** The tables, each after those that it refers to. */
export const TABLE_NAMES: readonly TableName[] = NAMES;

export const TABLES: Readonly<Record<TableName, ReferenceTable>> = {
  language: table(['code']),
  language_translation: translationOf('language', 'language_code'),
  theme: table(['code']),
  theme_translation: translationOf('theme', 'theme_code'),
  subtheme: table(['code'], { theme: ['theme_code'] }),
  subtheme_translation: translationOf('subtheme', 'subtheme_code'),
  profession: table(['code']),
  profession_translation: translationOf('profession', 'profession_code'),
  audience: table(['code']),
  audience_translation: translationOf('audience', 'audience_code'),
  institution: table(['code']),
  institution_translation: translationOf('institution', 'institution_code'),
  country: table(['code']),
  country_translation: translationOf('country', 'country_code'),
  country_language: table(['country_code', 'language_code'], { country: ['country_code'], language: ['language_code'] }),
  country_fact: table(['country_code', 'field'], { country: ['country_code'] }),
  country_name_note: table(['country_code', 'context'], { country: ['country_code'] }),
  country_name_note_translation: table(['country_code', 'context', 'locale'], { country_name_note: ['country_code', 'context'] }),
  name_context_body: table(['body']),
  membership: table(['country_code', 'body'], { country: ['country_code'] }),
  hotline: { ...table(['country_code', 'position'], { country: ['country_code'] }), about: 'number' },
  holiday: table(['country_code', 'date'], { country: ['country_code'] }),
  holiday_translation: table(['country_code', 'date', 'locale'], { holiday: ['country_code', 'date'] }),
  city: table(['code'], { country: ['country_code'] }),
  city_translation: translationOf('city', 'city_code'),
  allowance_rule: table(['code']),
  travel_link: table(['code'], { city: ['from_city_code'] }),
  border_rule: table(['code']),
  instrument: table(['code']),
  instrument_translation: translationOf('instrument', 'instrument_code'),
  instrument_article: table(['instrument_code', 'number'], { instrument: ['instrument_code'] }),
  instrument_article_translation: table(['instrument_code', 'number', 'locale'], { instrument_article: ['instrument_code', 'number'] }),
  country_instrument: table(['country_code', 'instrument_code'], { country: ['country_code'], instrument: ['instrument_code'] }),
  organisation: table(['slug'], { country: ['country_code'] }),
  organisation_translation: translationOf('organisation', 'organisation_slug'),
  country_coordination: table(['code'], { country: ['country_code'], organisation: ['organisation_slug'] }),
  recommendation: table(['slug'], { country: ['country_code'] }),
  recommendation_translation: translationOf('recommendation', 'recommendation_slug'),
  recommendation_theme: table(['recommendation_slug', 'theme_code'], { recommendation: ['recommendation_slug'], theme: ['theme_code'] }),
  term: table(['code']),
  term_name: translationOf('term', 'term_code'),
};

/** The key of a row of `name`, as text: its key's values as a JSON list. */
export function keyOf(name: TableName, row: Row): string {
  return JSON.stringify(TABLES[name].key.map((column) => row[column]));
}

/** The key, as text, of the row that `row` refers to; null when it refers to none. */
export function referredBy({ columns }: Reference, row: Row): string | null {
  const values = columns.map((column) => row[column] ?? null);
  return values.includes(null) ? null : JSON.stringify(values);
}
