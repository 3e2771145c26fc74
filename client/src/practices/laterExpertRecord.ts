import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The record of an expert, with the forms of those who keep it: loaded with its texts after the page. */
export const ExpertRecord = defineAsyncComponent(async (): Promise<Component> => {
  const [record] = await Promise.all([import('./ExpertRecord.vue'), loadMessages(locale.value, ['conditions', 'dates', 'guard', 'practices', 'prepare'])]);
  return record.default;
});
