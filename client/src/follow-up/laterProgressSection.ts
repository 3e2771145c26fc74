import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What has become of a recommendation: loaded with its texts for whoever is signed in. */
export const ProgressSection = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./ProgressSection.vue'), loadMessages(locale.value, ['account', 'standings'])]);
  return part.default;
});
