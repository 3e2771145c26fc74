/** Texts that are rightly the same in another language as in English or French, with the reason. */
import type { Locale } from '@passerelle/shared/locales.ts';

import { words, type Catalogues, type Entry } from './catalogues.ts';

/** By text: in which locales it may stand as in English or French, and why. Without locales: in all. */
export const SAME: Readonly<Record<string, { readonly in?: readonly Locale[]; readonly why: string }>> = {
  Passerelle: { why: 'the name of the product' },
  '{page} – Passerelle': { why: 'a parameter and the name of the product' },
  OSCE: { in: ['fr', 'en', 'bs', 'ro'], why: 'the acronym in these languages' },
  Experts: { in: ['fr', 'en'], why: 'one word in French and English' },
  Expert: { in: ['fr', 'en', 'ro'], why: 'the termbase’s word' },
  Institutions: { in: ['fr', 'en'], why: 'one word in French and English' },
  Invitations: { in: ['fr', 'en'], why: 'one word in French and English' },
  Mission: { in: ['fr', 'en'], why: 'the termbase’s word' },
  Organisation: { in: ['fr', 'en'], why: 'one word in French and English' },
  Organisations: { in: ['fr', 'en'], why: 'one word in French and English' },
  Places: { in: ['fr', 'en'], why: 'one word in French and English' },
  Profession: { in: ['fr', 'en'], why: 'one word in French and English' },
  Professions: { in: ['fr', 'en'], why: 'one word in French and English' },
  Programme: { in: ['fr', 'en'], why: 'one word in French and English' },
  Ratification: { in: ['fr', 'en'], why: 'the termbase’s word' },
  Signature: { in: ['fr', 'en'], why: 'the termbase’s word' },
  Succession: { in: ['fr', 'en'], why: 'one word in French and English' },
  Online: { in: ['hu', 'ro'], why: 'the usual word in these languages' },
  Profil: { in: ['sq', 'bs', 'hr', 'sr-Latn', 'cnr', 'sl', 'tr'], why: 'the termbase’s word, as in French' },
  Status: { in: ['hr', 'cnr'], why: 'the termbase’s word' },
};

/** A text of parameters and signs only has nothing to translate. */
const hasWords = (message: string): boolean => /\p{L}/u.test(words(message));

/** The sentences of `tag` that say the same as the English or the French one of the same key, listed above or not. */
export function same(catalogues: Catalogues, tag: Locale): Entry[] {
  const others = (['en', 'fr'] as const).filter((other) => other !== tag).map((other) => new Map(catalogues[other].map(({ key, message }) => [key, message])));
  return catalogues[tag].filter(({ key, message }) => hasWords(message) && others.some((other) => other.get(key) === message));
}

/** The sentences of `tag` that repeat the English or the French one of the same key without being listed above. */
export function repeated(catalogues: Catalogues, tag: Locale): Entry[] {
  return same(catalogues, tag).filter(({ message }) => {
    const listed = SAME[message];
    return listed === undefined || listed.in?.includes(tag) === false;
  });
}
