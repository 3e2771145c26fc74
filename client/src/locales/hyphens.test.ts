// @vitest-environment node
/** What is electronic is written with a hyphen in many languages, a letter before it: no line breaks there. */
import { readdirSync, readFileSync } from 'node:fs';

import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { expect, test } from 'vitest';

const TORN = /(?<![\p{L}{}.])[eе]-\p{L}/iu;

test.each(LOCALE_TAGS)('no line of a page breaks after the first letter of what is electronic in %s', (tag) => {
  const folder = new URL(`${tag}/`, import.meta.url);
  expect(readdirSync(folder).filter((file) => TORN.test(readFileSync(new URL(file, folder), 'utf8')))).toEqual([]);
});

test('a hyphen alone lets a line break, a word joiner after it does not', () => {
  expect([TORN.test('adresa e-pošte'), TORN.test('Е-пошта'), TORN.test('By e-mail'), TORN.test('adresa e-\u2060pošte'), TORN.test('crne-bele')]).toEqual([true, true, true, false, false]);
});
