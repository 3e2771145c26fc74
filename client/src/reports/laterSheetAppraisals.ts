import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** How an expert was found: loaded with its texts for the adviser. */
export const SheetAppraisals = defineAsyncComponent(async (): Promise<Component> => {
  const [appraisals] = await Promise.all([import('./SheetAppraisals.vue'), loadMessages(locale.value, ['missions', 'prepare', 'reports'])]);
  return appraisals.default;
});
