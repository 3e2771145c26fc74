import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What to know of travelling to a country: loaded with its texts for whoever is signed in. */
export const TravelNotes = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./TravelNotes.vue'), loadMessages(locale.value, ['keepers'])]);
  return part.default;
});
