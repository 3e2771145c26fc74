/** In which order names stand. */
import type { Locale } from '@passerelle/shared/locales.ts';

/** Another language by which to sort, and how a name is written for that. */
type Told = readonly [by: string, write?: (name: string) => string];

/** The languages that browsers cannot sort (Chromium: no sq, bs and mk), told by those that they can. */
const TOLD: Partial<Record<Locale, Told>> = {
  // U+FFFF comes after all letters: with it a letter stands for one of its own, after itself.
  sq: ['en', (name) => name.normalize('NFD').replace(/(c)\u0327|(e)\u0308|([dstxz])h|([gn])j|(l)l|(r)r/gi, '$1$2$3$4$5$6\uFFFF')],
  bs: ['hr'],
  cnr: ['hr'],
  // Where Macedonian has ѓ and ќ, Serbian has ђ and ћ: each is the sign before.
  mk: ['sr', (name) => name.replace(/[ѓќ]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) - 1))],
};

/** The things by name, as readers of a locale sort them: the same in every browser, and as the server does. */
export function byName<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string, locale: Locale): Thing[] {
  const [by, write = String]: Told = TOLD[locale] ?? [locale];
  const { compare } = new Intl.Collator(by);
  return things.toSorted((one, other) => compare(write(nameOf(one)), write(nameOf(other))));
}
