import { LOCALES, type Locale } from '@passerelle/shared/locales.ts';

/** A plural category of CLDR. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * The plural categories of each locale, always in the order zero, one, two, few, many, other: the forms of a message
 * stand in that order, whatever order the browser gives.
 */
export const PLURAL_CATEGORIES: Readonly<Record<Locale, readonly PluralCategory[]>> = {
  fr: ['one', 'many', 'other'],
  en: ['one', 'other'],
  sq: ['one', 'other'],
  bs: ['one', 'few', 'other'],
  bg: ['one', 'other'],
  hr: ['one', 'few', 'other'],
  el: ['one', 'other'],
  hu: ['one', 'other'],
  mk: ['one', 'other'],
  ro: ['one', 'few', 'other'],
  'sr-Cyrl': ['one', 'few', 'other'],
  'sr-Latn': ['one', 'few', 'other'],
  cnr: ['one', 'few', 'other'],
  sl: ['one', 'two', 'few', 'other'],
  tr: ['one', 'other'],
  uk: ['one', 'few', 'many', 'other'],
};

/** The rules of the languages that browsers lack, for whole numbers. */
const RULES: Readonly<Partial<Record<string, (n: number) => PluralCategory>>> = {
  sq: (n) => (n === 1 ? 'one' : 'other'),
  mk: (n) => (n % 10 === 1 && n % 100 !== 11 ? 'one' : 'other'),
};

/** The Intl tag whose rules are asked: Bosnian data may be broken, and the Croatian rule is the same. */
const RULE_OF: Readonly<Partial<Record<string, string>>> = { bs: 'hr' };

/** The plural category of a whole number in a locale. */
export function pluralCategory(locale: Locale, n: number): PluralCategory {
  const tag = LOCALES[locale].intl;
  return RULES[tag]?.(Math.abs(n)) ?? new Intl.PluralRules(RULE_OF[tag] ?? tag).select(n);
}

/** Which of a message's forms to show for a number; the last when the message has fewer forms than the locale. */
export function pluralForm(locale: Locale, n: number, forms: number): number {
  const place = PLURAL_CATEGORIES[locale].indexOf(pluralCategory(locale, n));
  return Math.min(place < 0 ? forms - 1 : place, forms - 1);
}
