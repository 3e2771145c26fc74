import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** That a recommendation is overdue: loaded with its texts for whoever follows one that is. */
export const OverdueMark = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./OverdueMark.vue'), loadMessages(locale.value, ['standings'])]);
  return part.default;
});
