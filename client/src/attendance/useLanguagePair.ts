import { type Ref, ref } from 'vue';

import { locale } from '../core/i18n/index.ts';

/** The two languages that a certificate begins with: French, and that of whom it is for, or of the page where that is not known; English beside French. */
export function useLanguagePair(theirs: string | null = null): { readonly first: Ref<string>; readonly second: Ref<string> } {
  const second = theirs ?? locale.value;
  return { first: ref('fr'), second: ref(second === 'fr' ? 'en' : second) };
}
