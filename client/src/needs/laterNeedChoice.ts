import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The needs that a session works on, to be chosen: loaded with their texts once its form is there. */
export const LaterNeedChoice = defineAsyncComponent(async (): Promise<Component> => {
  const [choice] = await Promise.all([import('./NeedChoice.vue'), loadMessages(locale.value, ['needLinks'])]);
  return choice.default;
});
