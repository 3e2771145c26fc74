import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Loaded with its texts for those who decide about organisations. */
export const OrganisationOffice = defineAsyncComponent(async (): Promise<Component> => {
  const [office] = await Promise.all([import('./OrganisationOffice.vue'), loadMessages(locale.value, ['conditions', 'publishing'])]);
  return office.default;
});

/** The organisations that nobody has published, with their texts. */
export const UnpublishedList = defineAsyncComponent(async (): Promise<Component> => {
  const [list] = await Promise.all([import('./UnpublishedList.vue'), loadMessages(locale.value, ['publishing'])]);
  return list.default;
});
