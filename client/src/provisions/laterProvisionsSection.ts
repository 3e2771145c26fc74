import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What countries have in their law, beside something else: loaded with its texts for whoever is signed in. */
export const ProvisionsSection = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./ProvisionsSection.vue'), loadMessages(locale.value, ['account', 'instruments', 'labels', 'provisions'])]);
  return part.default;
});
