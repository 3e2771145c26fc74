// @vitest-environment node
/** Nobody is spoken to as a friend: not by the pages, not by the mails, not by the buttons of the languages whose buttons are polite. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { familiarWords, NO_COMMANDS } from '../../scripts/language/address.ts';
import { place, readCatalogues } from '../../scripts/language/catalogues.ts';

const catalogues = readCatalogues();

describe.each(LOCALE_TAGS)('the texts of %s', (tag) => {
  test('speak to the reader politely', () => {
    expect(catalogues[tag].flatMap((entry) => familiarWords(tag, entry.key, entry.message).map((word) => `${place(entry)}: ${word}`))).toEqual([]);
  });
});

test('every exception is needed', () => {
  const needed = Object.entries(NO_COMMANDS).flatMap(([tag, keys]) => Object.keys(keys).filter((key) => {
    const entry = catalogues[tag as Locale].find((other) => other.key === key);
    return entry === undefined || familiarWords(tag as Locale, 'no.exception', entry.message).length === 0;
  }));
  expect(needed).toEqual([]);
});

test.each<[Locale, string, string]>([
  ['ro', 'Salvează numele', 'salvează'],
  ['ro', 'Da, publică', 'publică'],
  ['ro', 'Poate fi găsită: afișează-i membrii', 'afișează'],
  ['ro', 'Nu mai afișa numele meu', 'Nu mai afișa'],
  ['ro', 'Contul tău', 'tău'],
  ['sq', 'Ruaje', 'ruaje'],
  ['sq', 'Po, mos e publiko më', 'mos e publiko'],
  ['sq', 'Llogaria jote', 'jote'],
  ['fr', 'Tes données', 'Tes'],
  ['hr', 'Ovdje možeš odabrati', 'možeš'],
  ['sr-Cyrl', 'Твоји подаци стижу теби', 'теби'],
  ['bg', 'Имаш нова покана', 'Имаш'],
  ['el', 'Τα στοιχεία σου', 'σου'],
  ['tr', 'Bu senin hesabın', 'senin'],
  ['uk', 'Тобі надіслано лист', 'Тобі'],
])('in %s “%s” is found', (tag, message, word) => {
  expect(familiarWords(tag, 'any.key', message)).toContain(word);
});

test.each<[Locale, string]>([
  ['ro', 'Salvați numele'],
  ['ro', 'Site-ul afișează totul: nu păstrează nimic. Nu este publică.'],
  ['ro', 'Nu o mai publicați'],
  ['sq', 'Ruajeni. Mos shkruani asgjë për persona.'],
  ['hr', 'Spremi'],
  ['tr', 'Kaydet'],
])('in %s “%s” is polite enough', (tag, message) => {
  expect(familiarWords(tag, 'any.key', message)).toEqual([]);
});
