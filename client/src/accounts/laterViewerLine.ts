import { defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** Who is signed in, with its texts: loaded for those who are. */
export const ViewerLine = defineAsyncComponent(async () => {
  const [line] = await Promise.all([import('./ViewerLine.vue'), loadMessages(locale.value, ['account'])]);
  return line.default;
});
