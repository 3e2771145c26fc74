import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** How many recommendations to a country stand where: loaded with their texts for whoever is signed in. */
export const CountryStandings = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./CountryStandings.vue'), loadMessages(locale.value, ['standings'])]);
  return part.default;
});
