import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Which papers no longer say what is so: loaded with its texts for whoever prepares what they say. */
export const ChangedPapers = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./ChangedPapers.vue'), loadMessages(locale.value, ['papers'])]);
  return part.default;
});
