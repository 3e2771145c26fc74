// @vitest-environment node
/** Every catalogue is in the language its folder says, and the test of that can tell the nearest languages apart. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { pooled, readCatalogues } from '../../scripts/language/catalogues.ts';
import { identify } from '../../scripts/language/identify.ts';
import { foreignWords, MARKED } from '../../scripts/language/markers.ts';

const catalogues = readCatalogues();
/** Parts shorter than this, in letters, are beyond the statistical detectors. */
const SHORT = 400;

const whole = (tag: Locale): string => [...pooled(catalogues[tag]).values()].join(' ');

describe.each(LOCALE_TAGS)('the catalogue of %s', (tag) => {
  test('is in that language and in no other', () => {
    expect(identify(whole(tag))).toMatchObject({ possible: [tag] });
  });

  test('has no part that cannot be in that language', () => {
    const wrong = [...pooled(catalogues[tag])].filter(([, text]) => text.length >= SHORT && !identify(text).possible.includes(tag));
    expect(wrong.map(([part, text]) => ({ part, ...identify(text) }))).toEqual([]);
  });
});

test.each(MARKED)('the catalogue of %s has no word that only its neighbours have', (tag) => {
  expect([...pooled(catalogues[tag])].flatMap(([part, text]) => foreignWords(tag, text).map((word) => `${part}.json: ${word}`))).toEqual([]);
});

test.each<[Locale, Locale]>([
  ['hr', 'sr-Latn'], ['bs', 'hr'], ['bs', 'cnr'], ['bs', 'sr-Latn'], ['hr', 'cnr'], ['cnr', 'sr-Latn'], ['mk', 'bg'], ['mk', 'sr-Cyrl'], ['uk', 'bg'], ['sl', 'hr'],
])('the catalogues of %s and %s, one in the place of the other, are found out', (one, other) => {
  expect(identify(whole(one)).possible).not.toContain(other);
  expect(identify(whole(other)).possible).not.toContain(one);
});

test('one Serbian sentence in a Montenegrin text is found out', () => {
  expect(foreignWords('cnr', 'Promijenite vrijednosti. Zahtev nije poslat.')).toEqual(['zahtev']);
});
