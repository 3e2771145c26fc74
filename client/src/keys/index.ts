export { default as FirstKey } from './FirstKey.vue';
export { default as KeyWays } from './KeyWays.vue';
export { default as PasskeyButton } from './PasskeyButton.vue';
export { default as SecondStepForm } from './SecondStepForm.vue';
export { StepUpDialog } from './laterDialog.ts';
export { useSecondStep } from './useSecondStep.ts';
export { type StepUp, useStepUp } from './useStepUp.ts';
