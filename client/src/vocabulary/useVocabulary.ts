import { type ComputedRef, computed } from 'vue';

import { useAnswer } from '../core/api/index.ts';
import { byName, locale } from '../core/i18n/index.ts';
import type { LocalizedValue } from '../core/ui/index.ts';
import { VocabularyQuery } from './vocabulary.documents.ts';

/** A word that a list can be filtered by. */
export interface Choice {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedValue;
  /** Of a country: the note that goes with its name, where there is one. */
  readonly nameNote?: LocalizedValue | null;
}

/** A country, with the note that goes with its name where there is one. */
export interface CountryChoice extends Choice {
  readonly nameNote: LocalizedValue | null;
}

/** The lists of words that lists can be filtered by. */
export type Vocabulary = Readonly<Record<'professions' | 'themes' | 'languages' | 'audiences', readonly Choice[]>> & { readonly countries: readonly CountryChoice[] };

const NONE: Vocabulary = { countries: [], professions: [], themes: [], languages: [], audiences: [] };

/** The words that lists can be filtered by; none until they have come. They are asked for once `isNeeded`: always, where nothing is said. */
export function useVocabulary(isNeeded: () => boolean = () => true): ComputedRef<Vocabulary> {
  const { data } = useAnswer(VocabularyQuery, () => (isNeeded() ? {} : undefined));
  // Professions, themes and audiences have an order of their own, by what they mean; a language is looked for by its name.
  return computed(() => (data.value ? { ...data.value, languages: byName(data.value.languages, ({ name }) => name.text, locale.value) } : NONE));
}
