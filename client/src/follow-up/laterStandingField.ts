import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** To where recommendations stand a list is narrowed: loaded with its texts for whoever is signed in. */
export const StandingField = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./StandingField.vue'), loadMessages(locale.value, ['standings'])]);
  return part.default;
});
