import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The cooperation requests that something came of: loaded with their heading for whoever is signed in. */
export const OriginRequests = defineAsyncComponent(async (): Promise<Component> => {
  const [requests] = await Promise.all([import('./OriginRequests.vue'), loadMessages(locale.value, ['labels', 'originRequests'])]);
  return requests.default;
});
