import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Whose account a sheet belongs to: loaded with its texts for the adviser. */
export const ExpertAccount = defineAsyncComponent(async (): Promise<Component> => {
  const [account] = await Promise.all([import('./ExpertAccount.vue'), loadMessages(locale.value, ['conditions', 'consents', 'keys'])]);
  return account.default;
});
