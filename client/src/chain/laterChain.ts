import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The chain that something stands in: loaded with its texts, for whoever is signed in, after the page itself. */
export const ChainPart = /* @__PURE__ */ defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./ChainPart.vue'), loadMessages(locale.value, ['chain', 'labels'])]);
  return part.default;
});
