import type { Locale } from '../../locales.ts';
import { LEXICON } from './index.ts';
import { nameIn } from './patterns.ts';

/** The Serbian alphabets: thirty letters, one for one, so that Latin follows from Cyrillic. */
const CYRILLIC = 'а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш'.split(' ');
const LATIN = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
const LATIN_OF = new Map(CYRILLIC.flatMap((letter, i) => [[letter, LATIN[i]!], [letter.toUpperCase(), LATIN[i]![0]!.toUpperCase() + LATIN[i]!.slice(1)]] as const));

/** Serbian in Latin letters, from Cyrillic. */
export const inLatin = (text: string): string => [...text].map((letter) => LATIN_OF.get(letter) ?? letter).join('');

/** The name of a concept in a language, for explanations; its key where there is no such concept. */
export function conceptName(key: string, locale: Locale): string {
  const entry = LEXICON.get(key);
  if (!entry) return key;
  return locale === 'sr-Latn' ? inLatin(nameIn(entry['sr-Cyrl'])) : nameIn(entry[locale]);
}
