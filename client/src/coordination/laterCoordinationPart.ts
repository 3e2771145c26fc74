import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Who coordinates action against trafficking in a country, beside something else: loaded with its texts. */
export const CoordinationPart = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./CoordinationPart.vue'), loadMessages(locale.value, ['coordination', 'keepers'])]);
  return part.default;
});
