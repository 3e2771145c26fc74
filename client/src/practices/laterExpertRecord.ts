import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The record of an expert, as it is read: loaded with its texts after the page. */
export const ExpertRecord = defineAsyncComponent(async (): Promise<Component> => {
  const [record] = await Promise.all([import('./ShownRecord.vue'), loadMessages(locale.value, ['practices'])]);
  return record.default;
});
