/** The papers of a mission are PDF/UA in what a program can ask of them, each in all languages. */
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { uaFaults } from '../core/pdf/ua.fixture.ts';
import { drawnPaper, PAPER_KINDS } from './drawn-paper.fixture.ts';

describe.each(LOCALE_TAGS.map((locale, i): [Locale, Locale] => [locale, LOCALE_TAGS[(i + 5) % LOCALE_TAGS.length]!]))('papers in %s and %s', (first, second) => {
  test.each(PAPER_KINDS)('%s breaks nothing of PDF/UA', async (kind) => {
    expect(await uaFaults(await drawnPaper(kind, [first, second]))).toEqual([]);
  });
});

test('a paper of many pages breaks nothing of PDF/UA', async () => {
  expect(await uaFaults(await drawnPaper('PROGRAMME_POST', ['fr', 'uk'], { meetings: 60 }))).toEqual([]);
});
