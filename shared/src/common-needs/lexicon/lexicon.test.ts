import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { type Locale, LOCALE_TAGS } from '../../locales.ts';
import { PARALLEL } from '../parallel.fixture.ts';
import { Reader } from '../spoken.ts';
import { SAID } from './entry.ts';
import { FAMILIES, LEXICON, PART_OF } from './index.ts';
import { conceptName, inLatin } from './names.ts';
import { Finder, tongueOf, wordsOf } from './patterns.ts';

const reader = new Reader(FAMILIES);
const conceptsOf = (locale: Locale, text: string): string[] => [...reader.conceptsOf({ texts: [{ locale, text }] }).keys()];

describe('the lexicon', () => {
  test('has no concept twice', () => {
    expect(LEXICON.size).toBe(FAMILIES.flatMap(({ entries }) => Object.keys(entries)).length);
    expect(LEXICON.size).toBeGreaterThanOrEqual(150);
    expect(Object.entries(PART_OF).flat(2).filter((key) => !LEXICON.has(key))).toEqual([]);
  });

  test('names each concept in each language, and no two alike', () => {
    for (const locale of LOCALE_TAGS) {
      const names = [...LEXICON.keys()].map((key) => conceptName(key, locale));
      expect(names.filter((name) => name === '' || name !== name.trim() || name.includes('|'))).toEqual([]);
      expect(names.filter((name, i) => names.indexOf(name) !== i), locale).toEqual([]);
    }
  });

  test('finds each concept by its name, in each language', () => {
    const lost = SAID.flatMap((said) => [...LEXICON.keys()].filter((key) => !conceptsOf(said, conceptName(key, said)).includes(key)).map((key) => `${said} ${key}: ${conceptName(key, said)}`));
    expect(lost).toEqual([]);
  });

  test('finds a term of the glossary of the product in every language in which it finds it in English', () => {
    const { terms } = JSON.parse(readFileSync(new URL('../../../../server/reference/termbase.json', import.meta.url), 'utf8')) as { terms: { domain: string; names: Record<Locale, string> }[] };
    const uses = terms.filter(({ domain }) => domain !== 'ui').flatMap(({ names }) => conceptsOf('en', names.en).flatMap((key) => LOCALE_TAGS.map((locale) => conceptsOf(locale, names[locale]).includes(key))));
    expect(uses.length).toBeGreaterThan(500);
    expect(uses.filter(Boolean).length / uses.length).toBeGreaterThan(0.9);
  });
});

describe('the same said in sixteen languages', () => {
  const rows = PARALLEL.map((row) => LOCALE_TAGS.map((locale) => conceptsOf(locale, locale === 'sr-Latn' ? inLatin(row['sr-Cyrl']) : row[locale])));

  /** The share of what all versions of a sentence speak of, or one does, that is found in the version of a language. */
  function agreement(at: readonly number[]): number {
    let same = 0;
    let all = 0;
    for (const row of rows) {
      const counts = new Map<string, number>();
      for (const key of row.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
      const most = [...counts].filter(([, count]) => count > row.length / 2).map(([key]) => key);
      for (const i of at) {
        same += most.filter((key) => row[i]!.includes(key)).length;
        all += new Set([...most, ...row[i]!]).size;
      }
    }
    return same / all;
  }

  test('speaks of the same: nineteen in twenty, and nine in ten in each language', () => {
    expect(agreement(LOCALE_TAGS.map((_, i) => i))).toBeGreaterThanOrEqual(0.95);
    for (const [i, locale] of LOCALE_TAGS.entries()) expect(agreement([i]), locale).toBeGreaterThanOrEqual(0.9);
  });

  test('speaks of two concepts or more, and in Serbian of the same in both scripts', () => {
    for (const row of rows) {
      for (const found of row) expect(found.length).toBeGreaterThanOrEqual(2);
      expect(row[LOCALE_TAGS.indexOf('sr-Latn')]).toEqual(row[LOCALE_TAGS.indexOf('sr-Cyrl')]);
    }
  });
});

describe('how words are found', () => {
  const found = (entry: string, text: string, locale: Locale = 'en'): boolean => {
    const entries = [['x', Object.fromEntries(SAID.map((said) => [said, entry])) as Record<(typeof SAID)[number], string>] as const];
    return new Finder(entries, tongueOf(locale), {}).concepts(wordsOf(text, tongueOf(locale))).has('x');
  };

  test('a word as it is, by its beginning, or within a longer one', () => {
    expect(found('port', 'the port of Bar')).toBe(true);
    expect(found('port', 'a portal')).toBe(false);
    expect(found('port|', 'a portal')).toBe(true);
    expect(found('|szállás|', 'menedékszállások', 'hu')).toBe(true);
  });

  test('a phrase in any order, close together, in one sentence', () => {
    expect(found('farm| inspect|', 'inspection of farms')).toBe(true);
    expect(found('farm| inspect|', 'inspection is rare. Farms are many')).toBe(false);
    expect(found('farm| inspect|', 'farms in this country are far away and never see who inspects')).toBe(false);
    expect(found('aide au retour', 'aide et retour', 'fr')).toBe(true);
    expect(found('pa dokumente', 'dokumente të shumta', 'sq')).toBe(false);
  });

  test('whatever the case, the accents and the script', () => {
    expect(found('Απέλαση', 'ΑΠΕΛΑΣΗ', 'el')).toBe(true);
    expect(found('ışık', 'IŞIK', 'tr')).toBe(true);
    expect(found('сезонск|', 'sezonski radnici', 'sr-Latn')).toBe(true);
    expect(found('сім’ї', "сім'ї", 'uk')).toBe(true);
    expect(found('принудителн| труд|', 'принудителен труд', 'bg')).toBe(true);
  });
});
