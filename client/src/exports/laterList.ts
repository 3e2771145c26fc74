import { defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Taking a list along, loaded after the list itself, with its words. */
export const ExportList = /* @__PURE__ */ defineAsyncComponent(async () => {
  const [list] = await Promise.all([import('./ExportList.vue'), loadMessages(locale.value, ['record'])]);
  return list.default;
});
