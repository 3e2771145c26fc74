// @vitest-environment node
/** Every catalogue is written in the letters and with the signs of its language. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { place, readCatalogues } from '../../scripts/language/catalogues.ts';
import { LETTERS, QUOTES, strangeWriting } from '../../scripts/language/letters.ts';

const catalogues = readCatalogues();
const files = createRequire(import.meta.url);

/** What CLDR says of a language; it has no Montenegrin and keeps Serbian in Cyrillic under `sr`. */
function cldr<T>(tag: Locale, file: 'characters' | 'delimiters'): T {
  const name = { cnr: 'bs', 'sr-Cyrl': 'sr', en: 'en-GB' }[tag as string] ?? tag;
  const { main } = JSON.parse(readFileSync(files.resolve(`cldr-misc-full/main/${name}/${file}.json`), 'utf8')) as { main: Record<string, Record<string, T>> };
  return main[name]![file]!;
}

const isLetter = (sign: string): boolean => /\p{Ll}/u.test(sign) && !/[a-z]/.test(sign);
const exemplars = (set: string): string[] => [...new Set([...set.replaceAll(/[[\]{} ]/g, '')].filter(isLetter))];

describe.each(LOCALE_TAGS)('the catalogue of %s', (tag) => {
  test('has the letters, quotation marks, apostrophes and spaces of its language', () => {
    expect(catalogues[tag].flatMap((entry) => strangeWriting(tag, entry.message).map((what) => `${place(entry)}: ${what}`))).toEqual([]);
  });

  test('is held to every main letter that CLDR gives the language, and to none that CLDR does not know there', () => {
    const { exemplarCharacters, auxiliary } = cldr<{ exemplarCharacters: string; auxiliary: string }>(tag, 'characters');
    expect(exemplars(exemplarCharacters).filter((letter) => !LETTERS[tag].includes(letter))).toEqual([]);
    // Montenegrin has two letters more than Bosnian.
    const known = [...exemplars(exemplarCharacters), ...exemplars(auxiliary), ...(tag === 'cnr' ? ['ś', 'ź'] : [])];
    expect([...LETTERS[tag]].filter((letter) => !known.includes(letter))).toEqual([]);
  });

  test('is held to the quotation marks that CLDR gives the language', () => {
    const { quotationStart, quotationEnd } = cldr<{ quotationStart: string; quotationEnd: string }>(tag, 'delimiters');
    // CLDR closes with “ in Croatian and with ” in Serbian and (by Bosnian) Montenegrin; their orthographies say otherwise.
    const close = { hr: '”', 'sr-Cyrl': '“', 'sr-Latn': '“', cnr: '“' }[tag as string] ?? quotationEnd;
    expect(QUOTES[tag]).toEqual([quotationStart, close]);
  });
});

test.each<[string, Locale, string, RegExp]>([
  ['a letter of another language', 'uk', 'Это мы', /the letters эы/],
  ['a cedilla for a comma', 'ro', 'Acţiune', /the letters ţ/],
  ['a Latin letter in a Cyrillic word', 'mk', 'Земjа', /the word Земjа/],
  ['a word left in English', 'bg', 'Изберете filter', /the word filter/],
  ['another language’s quotation marks', 'hr', '“Primjer”', /the quotation mark “/],
  ['quotation marks that stay open', 'sl', '„Primer', /do not close/],
  ['a typewriter’s apostrophe', 'fr', "L'adresse", /straight apostrophe/],
  ['three points', 'tr', 'Yükleniyor...', /three points/],
  ['an ordinary space before a colon in French', 'fr', 'Source : {name}', /narrow no-break space/],
  ['no space inside French quotation marks', 'fr', '«Exemple»', /narrow no-break space/],
  ['a French space elsewhere', 'hu', 'Forrás : {name}', /a space before a sign/],
  ['two spaces', 'el', 'Η  χώρα', /a space too many/],
])('%s is found', (_, tag, message, what) => {
  expect(strangeWriting(tag, message).join()).toMatch(what);
});

test('an hour in French needs no space before its colon', () => {
  expect(strangeWriting('fr', 'Le 3 mai à 10:30\u202f: «\u202fPasserelle\u202f»')).toEqual([]);
});
