import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { describe, expect, it } from 'vitest';

import { PLURAL_CATEGORIES, pluralCategory, pluralForm } from './plurals.ts';

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];
const NUMBERS = [...Array.from({ length: 1300 }, (_, n) => n), 1_000_000, 2_000_000, 1_000_001];

describe.each(LOCALE_TAGS)('the plural rule of %s', (locale) => {
  const node = new Intl.PluralRules(LOCALES[locale].intl);

  it('gives the category that Node gives', () => {
    expect(NUMBERS.filter((n) => pluralCategory(locale, n) !== node.select(n))).toEqual([]);
  });

  it('has the categories of Node, in the fixed order', () => {
    const sorted = [...node.resolvedOptions().pluralCategories].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
    expect(PLURAL_CATEGORIES[locale]).toEqual(sorted);
  });
});

describe('the form of a message', () => {
  it('is chosen in the order one, few, many, other for Ukrainian', () => {
    expect([1, 3, 5, 21, 112].map((n) => pluralForm('uk', n, 4))).toEqual([0, 1, 2, 0, 2]);
  });

  it('is the last one when the message has fewer forms than the language', () => {
    expect(pluralForm('sl', 5, 1)).toBe(0);
  });
});
