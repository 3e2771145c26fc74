import { defineAsyncComponent } from 'vue';

/** The dialog that asks somebody to show once more that it is them: loaded when it is first needed. */
export const StepUpDialog = defineAsyncComponent(() => import('./StepUpDialog.vue'));
