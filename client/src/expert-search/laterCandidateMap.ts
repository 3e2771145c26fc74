import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The map of those who are found: loaded with its words for whoever looks at it. */
export const CandidateMap = defineAsyncComponent(async (): Promise<Component> => {
  const [map] = await Promise.all([import('./CandidateMap.vue'), loadMessages(locale.value, ['map'])]);
  return map.default;
});
