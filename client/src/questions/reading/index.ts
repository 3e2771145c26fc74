// A door of its own for pages on which answers are read.
export { default as AnswerLines } from '../AnswerLines.vue';
export { default as SessionAnswers } from '../SessionAnswers.vue';
export { isAnyHeld } from '../heldAnswers.ts';
