// A door of its own for the pages of registrations: the list of routes does not load it.
export { default as AnswerFields } from '../AnswerFields.vue';
export { default as AnswerLines } from '../AnswerLines.vue';
export { answerFaults, dueOf, sentOf, type TypedAnswers } from '../answers.ts';
export { default as SessionAnswers } from '../SessionAnswers.vue';
export type { Asked, Listed } from '../useQuestions.ts';
