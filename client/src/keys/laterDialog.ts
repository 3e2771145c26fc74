import { defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

/** The dialog that asks somebody to show once more that it is them: loaded with its texts when it is first needed. */
export const StepUpDialog = defineAsyncComponent(async () => {
  const [dialog] = await Promise.all([import('./StepUpDialog.vue'), loadMessages(locale.value, ['keys'])]);
  return dialog.default;
});
