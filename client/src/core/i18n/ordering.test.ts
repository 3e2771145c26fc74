import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { earlierFirst } from './earlierFirst.ts';
import { byName } from './ordering.ts';

const Whole = Intl.Collator;
/** What Chromium has no data of: it sorts them as the language of the machine. */
const LACKING = ['sq', 'bs', 'mk'];

const LATIN = [...'aàâbcçćčdđeéëêfghiîïjklmnñoôöőpqrsšșştțuùûüűvwxyzž', 'ij', 'dh', 'dž', 'gj', 'll', 'lj', 'nj', 'rr', 'sh', 'th', 'xh', 'zh', 'cs', 'sz', 'æ', 'œ', 'ı', 'ğ'];
const GREEK = [...'αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋφχψωώ'];
const CYRILLIC = [...'абвгґдђѓеєжзѕиіїйјкќлљмнњопрстћуфхцчџшщъьюя'];
const LETTERS: Readonly<Record<string, readonly string[]>> = { Latn: LATIN, Grek: GREEK, Cyrl: CYRILLIC };

const sorted = (words: readonly string[], locale: Locale): string[] => byName(words, String, locale);

/** Words that differ in one letter, at their beginning and within, in small letters and with a capital. */
function wordsOf(locale: Locale): string[] {
  const letters = LETTERS[LOCALES[locale].script]!.filter((letter) => locale !== 'mk' || !/[ђћ]/.test(letter));
  const [a, b] = [letters[0]!, letters[2]!];
  const words = letters.flatMap((letter) => [`${letter}${a}`, `${letter}${b}${a}`, `${a}${letter}${b}`, `${b}${letter}`, `${b} ${letter}${a}`]);
  return [...words, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Kosovo*', 'Kosovo', 'OSCE', '12', 'a-b', 'a b'];
}

describe('in a browser that lacks some languages, names stand', () => {
  beforeEach(() => {
    vi.spyOn(Intl, 'Collator').mockImplementation(function lacking(tag) {
      return new Whole(LACKING.includes(String(tag)) ? 'en-US' : tag);
    } as typeof Intl.Collator);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(LOCALE_TAGS)('in %s as a full set of languages sorts them', (locale) => {
    const words = wordsOf(locale);
    expect(sorted(words, locale)).toEqual(words.toSorted(new Whole(LOCALES[locale].intl).compare));
  });

  it('in Albanian by its thirty-six letters', () => {
    const alphabet = ['A', 'B', 'C', 'Ç', 'D', 'Dh', 'E', 'Ë', 'F', 'G', 'Gj', 'H', 'I', 'J', 'K', 'L', 'Ll', 'M', 'N', 'Nj', 'O', 'P', 'Q', 'R', 'Rr', 'S', 'Sh', 'T', 'Th', 'U', 'V', 'X', 'Xh', 'Y', 'Z', 'Zh'];
    expect(sorted(alphabet.map((letter) => `${letter}ura`).reverse(), 'sq')).toEqual(alphabet.map((letter) => `${letter}ura`));
    expect(sorted(['Çad', 'Cikël', 'Dhomë', 'Durrës', 'Shqipëri', 'Suedi'], 'sq')).toEqual(['Cikël', 'Çad', 'Durrës', 'Dhomë', 'Suedi', 'Shqipëri']);
  });

  it('in Macedonian with ѓ after д and ќ after т', () => {
    expect(sorted(['Ќустендил', 'Ѓаково', 'Унгарија', 'Грција', 'Европа', 'Данска', 'Турција'], 'mk'))
      .toEqual(['Грција', 'Данска', 'Ѓаково', 'Европа', 'Турција', 'Ќустендил', 'Унгарија']);
  });

  it.each(['bs', 'cnr'] as const)('in %s with č, ć, dž, đ, lj, nj, š and ž as letters', (locale) => {
    const names = ['Cipar', 'Čad', 'Ćup', 'Dunav', 'Džep', 'Đakovo', 'Luk', 'Ljig', 'Nauru', 'Njiva', 'Srbija', 'Šid', 'Zagreb', 'Žabljak'];
    expect(sorted(names.toReversed(), locale)).toEqual(names);
  });

  it('things by what they are called, and the list that was given as it was', () => {
    const given = [{ name: 'Shqipëri' }, { name: 'Suedi' }];
    expect(byName(given, ({ name }) => name, 'sq')).toEqual([{ name: 'Suedi' }, { name: 'Shqipëri' }]);
    expect(given[0]).toEqual({ name: 'Shqipëri' });
  });
});

it('the earlier of two days comes first', () => {
  expect(['2027-03-01', '2026-12-31', '2027-03-01'].toSorted(earlierFirst)).toEqual(['2026-12-31', '2027-03-01', '2027-03-01']);
});
