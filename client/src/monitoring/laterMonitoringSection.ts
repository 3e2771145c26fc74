import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The dates of monitoring bodies for a country: loaded with their texts for whoever is signed in. */
export const MonitoringSection = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./MonitoringSection.vue'), loadMessages(locale.value, ['labels', 'monitoring'])]);
  return part.default;
});
