import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The projects of what a page shows: loaded with their texts for whoever is signed in. */
export const ProjectLinks = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./ProjectLinks.vue'), loadMessages(locale.value, ['projects'])]);
  return part.default;
});
