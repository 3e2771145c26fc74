// @vitest-environment node
/** The sixteen catalogues say the same things, with the plural forms of each language. */
import { ERROR_CODES } from '@passerelle/shared/errors.ts';
import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { forms, parameters, place, readCatalogues, type Entry } from '../../scripts/language/catalogues.ts';
import { repeated, SAME, same } from '../../scripts/language/same.ts';

const catalogues = readCatalogues();
const byKey = (entries: readonly Entry[]): Map<string, Entry> => new Map(entries.map((entry) => [entry.key, entry]));
const source = byKey(catalogues.en);
const sourceForms = ({ key }: Entry): string[] => forms(source.get(key)?.message ?? '');

/** Plural categories by locale, from Node's own data. */
const pluralForms = (tag: Locale): number => new Intl.PluralRules(LOCALES[tag].intl).resolvedOptions().pluralCategories.length;

describe.each(LOCALE_TAGS)('the catalogue of %s', (tag) => {
  const entries = catalogues[tag];

  test('has every file and key of the source, in their order, and no other', () => {
    expect(entries.map(place)).toEqual(catalogues.en.map(place));
  });

  test('leaves nothing empty', () => {
    expect(entries.filter(({ message }) => forms(message).some((form) => form.trim() === '')).map(place)).toEqual([]);
  });

  test('keeps every parameter of the source, in every plural form', () => {
    const wrong = entries.filter((entry) => forms(entry.message).some((form) => parameters(form).join() !== parameters(sourceForms(entry)[0] ?? '').join()));
    expect(wrong.map(place)).toEqual([]);
  });

  test(`has ${pluralForms(tag)} forms wherever the source counts, and one elsewhere`, () => {
    const wrong = entries.filter((entry) => forms(entry.message).length !== (sourceForms(entry).length > 1 ? pluralForms(tag) : 1));
    expect(wrong.map(place)).toEqual([]);
  });

  test('repeats at most two strings of a hundred from English or French', () => {
    const found = repeated(catalogues, tag);
    expect(found.length / entries.length, found.map((entry) => `${place(entry)}: ${entry.message}`).join(', ')).toBeLessThanOrEqual(0.02);
  });

  test('has a sentence for every error code', () => {
    expect(ERROR_CODES.filter((code) => !entries.some(({ key }) => key === `errors.${code}` || key === `refusals.${code}`))).toEqual([]);
  });
});

test('a catalogue that is English is found to repeat it', () => {
  expect(repeated({ ...catalogues, sq: catalogues.en }, 'sq').length).toBeGreaterThan(catalogues.en.length / 2);
});

test('every text that may be the same as in English or French is so somewhere, where it may', () => {
  const needed = (text: string): boolean => LOCALE_TAGS.some((tag) => (SAME[text]!.in?.includes(tag) ?? true) && same(catalogues, tag).some(({ message }) => message === text));
  expect(Object.keys(SAME).filter((text) => !needed(text))).toEqual([]);
});

test('Serbian in Latin letters is the Cyrillic catalogue, letter for letter', () => {
  const pairs: Record<string, string> = {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm',
    н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
  };
  const latin = (text: string): string => [...text].map((letter) => pairs[letter] ?? letter).join('');
  const inLatin = byKey(catalogues['sr-Latn']);
  const wrong = catalogues['sr-Cyrl'].filter(({ key, message }) => latin(message.toLowerCase()) !== inLatin.get(key)?.message.toLowerCase());
  expect(wrong.map(place)).toEqual([]);
});
