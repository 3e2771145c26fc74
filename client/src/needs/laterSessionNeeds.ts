import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The needs that a session works on: loaded with their texts for whoever is signed in. */
export const SessionNeeds = defineAsyncComponent(async (): Promise<Component> => {
  const [needs] = await Promise.all([import('./SessionNeeds.vue'), loadMessages(locale.value, ['labels', 'needLinks'])]);
  return needs.default;
});
