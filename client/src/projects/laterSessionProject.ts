import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The project that a session belongs to, to be chosen by whoever prepares it and may: loaded with its texts after the page. */
export const SessionProject = defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([import('./SessionProject.vue'), loadMessages(locale.value, ['prepare', 'projects'])]);
  return part.default;
});
