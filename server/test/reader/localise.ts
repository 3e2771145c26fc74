/** Localisation once more, written from the rules and not from the reader: chains, Serbian letters, folded words. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { Row } from './rows.ts';

export interface Shown {
  readonly text: string;
  readonly locale: string;
  readonly isFallback: boolean;
  readonly isOutdated: boolean;
}

const SERBIAN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
};

const isUpper = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toLowerCase();
const isLower = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toUpperCase();

/** Serbian Cyrillic in Latin letters. A digraph is all capitals where a neighbour is a capital and none after it is small. */
export function inLatin(text: string): string {
  const letters = [...text];
  return letters
    .map((letter, i) => {
      const latin = SERBIAN[letter.toLowerCase()];
      if (!latin) return letter;
      if (!isUpper(letter)) return latin;
      const [before, after] = [letters[i - 1], letters[i + 1]];
      const isShouted = isUpper(after) || (isUpper(before) && !isLower(after));
      return isShouted ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1);
    })
    .join('');
}

/** What a reader of `locale` sees of a text whose language versions are `versions`; null when there is none at all. */
export function shown(locale: Locale, versions: readonly Row[], column: string, source: string, sourceVersion?: number): Shown | null {
  const written = new Map(versions.filter((row) => row[column] !== null && row[column] !== '').map((row) => [row.locale as string, row]));
  const found = (tag: string, as: string, isFallback: boolean): Shown => {
    const row = written.get(tag)!;
    const text = row[column] as string;
    const isOutdated = sourceVersion !== undefined && (row.source_version as number) < sourceVersion;
    return { text: tag === as ? text : inLatin(text), locale: as, isFallback, isOutdated };
  };
  for (const tag of [locale, ...LOCALES[locale].fallback]) {
    if (written.has(tag)) return found(tag, tag, tag !== locale);
    if (tag === 'sr-Latn' && written.has('sr-Cyrl')) return found('sr-Cyrl', tag, tag !== locale);
  }
  return written.has(source) ? found(source, source, true) : null;
}

/** Whether of what is said in the source one of the columns is not said to readers of `locale` in their language, or something says what has changed since. */
export function isUnsaid(locale: Locale, versions: readonly Row[], columns: readonly string[], source: string, sourceVersion?: number): boolean {
  const own = versions.filter((row) => row.locale === locale || (locale === 'sr-Latn' && row.locale === 'sr-Cyrl'));
  const says = (row: Row, column: string): boolean => row[column] !== null && row[column] !== '';
  const written = versions.filter((row) => row.locale === source);
  return columns.some((column) => written.some((row) => says(row, column)) && !own.some((row) => says(row, column)))
    || (sourceVersion !== undefined && own.some((row) => (row.source_version as number) < sourceVersion));
}

const CYRILLIC: Readonly<Record<string, string>> = {
  ...SERBIAN,
  ѓ: 'g', ќ: 'k', ѕ: 'z', ѝ: 'i', ѐ: 'e', й: 'j', ъ: 'a', ь: '', щ: 'št', ю: 'ju', я: 'ja', ы: 'y', э: 'e', ґ: 'g', і: 'i', ї: 'i', є: 'e',
};
const LATIN: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', ς: 'σ' };

/** Letters without case, accents or script, as the search compares them. */
export function folded(text: string): string {
  const latin = [...text.normalize('NFKC').toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join('');
  const bare = latin.normalize('NFD').replace(/\p{M}/gu, '');
  return [...bare].map((letter) => LATIN[letter] ?? letter).join('');
}

/** Whether `text` has all the words of `search`. */
export function hasWords(text: string, search: string): boolean {
  const where = folded(text);
  return folded(search).split(/\s+/).every((word) => where.includes(word));
}
