import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What somebody shows of themselves: loaded with its texts by the account, and not where one signs in. */
export const AccountConsents = defineAsyncComponent(async (): Promise<Component> => {
  const [consents] = await Promise.all([import('./AccountConsents.vue'), loadMessages(locale.value, ['conditions', 'consents'])]);
  return consents.default;
});
