/** What a file says of a text that is not as it was written: in which language it is, whether that is the one that was asked for, and whether what it was translated from has changed since. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { type Said, together } from './chain.ts';
import type { ExportWords } from './texts.ts';

/** A text as it stands in a file. */
export interface InFile {
  readonly text: string;
  readonly locale: Locale;
  readonly isFallback: boolean;
  readonly isOutdated: boolean;
}

/** One of the texts, along the chain of a language, else in the one in which it was written; null where it is said in neither. `outdated`: the languages whose texts were translated from an earlier version. */
export function inFile<K extends string>(said: Said<K>, name: K, locale: Locale, { sourceLocale, outdated }: { readonly sourceLocale: Locale; readonly outdated: readonly Locale[] }): InFile | null {
  const found = [locale, ...LOCALES[locale].fallback, sourceLocale].find((one) => typeof said[one]?.[name] === 'string');
  return found ? { text: said[found]![name]!, locale: found, isFallback: found !== locale, isOutdated: outdated.includes(found) } : null;
}

/** The text alone. */
export const textOf = (one: InFile | null | undefined): string | null => one?.text ?? null;

/** What a record says of it. */
export const stateOf = (one: InFile | null): { readonly isFallback: boolean | null; readonly isOutdated: boolean | null } => (one ? { isFallback: one.isFallback, isOutdated: one.isOutdated } : { isFallback: null, isOutdated: null });

/** The languages of the translations that are of an earlier version than the text that was written, as SQL. `of`: the key of what it is said of; `version`: the number of the text that was written. */
export const outdatedOf = (table: string, [key, of]: readonly [key: string, of: string], version: string): string => `(select coalesce(jsonb_agg(x.locale order by x.locale collate "C"), '[]') from ${table} x where x.${key} = ${of} and x.source_version < ${version})`;

/** The cells that say it of the texts of a line: their languages, and what is to be known of them. */
export function saidCells(texts: readonly (InFile | null)[], { said }: Pick<ExportWords, 'said'>): [languages: string | null, about: string | null] {
  const there = texts.filter((one) => one !== null);
  return [together([...new Set(there.map(({ locale }) => LOCALES[locale].endonym))]), together([there.some(({ isFallback }) => isFallback) ? said.FALLBACK : null, there.some(({ isOutdated }) => isOutdated) ? said.OUTDATED : null])];
}
