import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What is public of the law of countries, beside something else: loaded with its texts where there is some. */
export const PublicLaw = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./PublicLaw.vue'), loadMessages(locale.value, ['instruments', 'labels', 'provisions'])]);
  return part.default;
});
