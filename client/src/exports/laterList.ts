import { defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** What a visitor can take along of a list, loaded after it. */
export const PublicFiles = /* @__PURE__ */ defineAsyncComponent(async () => {
  const [files] = await Promise.all([import('./PublicFiles.vue'), loadMessages(locale.value, ['record'])]);
  return files.default;
});

/** Taking a list along, loaded after the list itself, with its words. */
export const ExportList = /* @__PURE__ */ defineAsyncComponent(async () => {
  const [list] = await Promise.all([import('./ExportList.vue'), loadMessages(locale.value, ['record'])]);
  return list.default;
});
