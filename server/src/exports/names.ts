/** Names in the language of whoever asks, as a value of a statement. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';

/** The languages in which a text is looked for, the asked one first, as an array of SQL. */
export const chainOf = (locale: string): string => `array[${[locale, ...LOCALES[locale as Locale].fallback, 'en', 'fr'].map((tag) => `'${tag}'`).join(', ')}]::text[]`;

/** A star behind the name of a country with which a note goes, as on the page. */
const starOf = (of: string): string => ` || case when exists (select from country_translation x where x.country_code = ${of} and x.name_note is not null) then '*' else '' end`;

/**
 * The name of a row of a table with translations: along the chain of the language, else in English, French or any. `key`: the column of the
 * translations with the key of what is named; `of`: that key, as SQL.
 */
export function named(table: 'organisation' | 'country' | 'profession' | 'theme' | 'subtheme' | 'language', key: string, of: string, locale: string): string {
  return `(select x.name from ${table}_translation x where x.${key} = ${of} and x.name is not null order by array_position(${chainOf(locale)}, x.locale) nulls last, x.locale limit 1)${table === 'country' ? starOf(of) : ''}`;
}

/** The title of the session `s` of a statement, along the chain of a language, else in its own. */
export const sessionTitle = (locale: Locale): string => `(select x.title from training_session_translation x where x.session_uuid = s.uuid and x.title is not null
  order by array_position(array[${[locale, ...LOCALES[locale].fallback].map((tag) => `'${tag}'`).join(', ')}]::text[] || s.source_locale, x.locale) nulls last, x.locale limit 1)`;
