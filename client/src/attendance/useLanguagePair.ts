import { type Ref, ref } from 'vue';

import { locale } from '../core/i18n/index.ts';

/** The two languages that a certificate begins with: French, and that of the page; English beside French. */
export function useLanguagePair(): { readonly first: Ref<string>; readonly second: Ref<string> } {
  return { first: ref('fr'), second: ref(locale.value === 'fr' ? 'en' : locale.value) };
}
