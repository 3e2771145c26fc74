/** Texts in several languages and what is linked, as values of a statement. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';

/** What is said of something, by language: `{ "sq": { "title": "…", "text": "…" } }`. */
export type Said<K extends string> = Partial<Record<Locale, Partial<Record<K, string | null>>>>;

/** All that is said in translations, as an object by language. `of`: the key of what it is said of, as SQL; `columns`: those with texts. */
export function saidOf(table: string, [key, of]: readonly [key: string, of: string], columns: readonly string[]): string {
  return `(select coalesce(jsonb_object_agg(x.locale, jsonb_strip_nulls(jsonb_build_object(${columns.map((column) => `'${column}', x.${column}`).join(', ')}))), '{}') from ${table} x where x.${key} = ${of})`;
}

/** Names of what is linked, in the order of its place, as an array. `of`: the condition on the link `t`, as SQL. */
export function namesOf(table: 'theme' | 'audience', link: string, of: string, locale: Locale): string {
  const chain = [locale, ...LOCALES[locale].fallback, 'en', 'fr'].map((tag) => `'${tag}'`).join(', ');
  return `(select coalesce(jsonb_agg((select x.name from ${table}_translation x where x.${table}_code = v.code and x.name is not null order by array_position(array[${chain}]::text[], x.locale) nulls last, x.locale limit 1) order by v.position), '[]')
    from ${link} t join ${table} v on v.code = t.${table}_code where ${of})`;
}

/** Codes of what is linked, in the order of its place, as an array. */
export const codesOf = (table: 'theme' | 'audience', link: string, of: string): string => `(select coalesce(jsonb_agg(v.code order by v.position), '[]') from ${link} t join ${table} v on v.code = t.${table}_code where ${of})`;

/** Several in one cell. */
export const together = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null && part !== '').join(' · ') || null;
