import { describe, expect, it } from 'vitest';

import { LOCALE_TAGS } from './locales.ts';
import { matchLocale } from './negotiation.ts';

describe('matchLocale', () => {
  it.each(LOCALE_TAGS)('gives %s to a reader who asks for exactly that', (tag) => {
    expect(matchLocale([tag])).toBe(tag);
    expect(matchLocale([tag.toUpperCase()])).toBe(tag);
  });

  it.each([
    ['sr', 'sr-Cyrl'], ['sr-RS', 'sr-Cyrl'], ['sr-BA', 'sr-Cyrl'], ['sr-XK', 'sr-Cyrl'], ['sr-Cyrl-ME', 'sr-Cyrl'],
    ['sr-Latn-RS', 'sr-Latn'], ['sr-Latn-BA', 'sr-Latn'], ['sr-latn', 'sr-Latn'], ['sr_Latn_RS', 'sr-Latn'],
    ['sh', 'sr-Latn'], ['sh-RS', 'sr-Latn'], ['hbs', 'sr-Latn'], ['sh-Cyrl', 'sr-Cyrl'],
    ['sr-ME', 'cnr'], ['sr-Latn-ME', 'cnr'], ['sr_latn_me', 'cnr'], ['sh-ME', 'cnr'], ['sh-Latn-ME', 'cnr'], ['cnr', 'cnr'], ['cnr-ME', 'cnr'], ['cnr-Latn', 'cnr'],
    ['hr-BA', 'hr'], ['hr-HR', 'hr'], ['bs-BA', 'bs'], ['bs-Latn-BA', 'bs'], ['bs-Cyrl', 'bs'],
    ['fr-BE', 'fr'], ['en-GB', 'en'], ['ro-MD', 'ro'], ['mo', 'ro'], ['sq-XK', 'sq'], ['aln', 'sq'], ['el-CY', 'el'],
    ['uk-UA', 'uk'], ['tur', 'tr'], ['de-AT', 'en'], ['br-FR', 'fr'],
  ] as const)('gives a reader of %s the locale %s', (asked, given) => {
    expect(matchLocale([asked])).toBe(given);
  });

  it('goes on to the next wish when a language is not one of ours', () => {
    expect(matchLocale(['de', 'mk-MK', 'fr'])).toBe('mk');
  });

  it('takes the dearest wish even when a later one is exact', () => {
    expect(matchLocale(['fr-CA', 'en'])).toBe('fr');
  });

  it('prefers a language of ours to one that is only near', () => {
    expect(matchLocale(['br', 'en'])).toBe('en');
  });

  it('answers in English when nothing is asked or nothing fits', () => {
    expect(matchLocale([])).toBe('en');
    expect(matchLocale(['*', 'ja', ''])).toBe('en');
  });

  it.each([
    ['constructor'], ['__proto__'], ['-'], ['fr--'], ['ça'], ['x'], ['sr-'.repeat(5000)], ['\u0000'], ['toString'],
  ])('passes over the malformed tag %j', (tag) => {
    expect(matchLocale([tag, 'tr'])).toBe('tr');
  });

  it('does not read a list without end', () => {
    const endless = Array.from({ length: 200_000 }, () => 'xx-XX');
    const start = performance.now();
    expect(matchLocale([...endless, 'fr'])).toBe('en');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
