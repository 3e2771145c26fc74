// A door of its own for the page that answers: the list of routes does not load it.
export { default as AnswerFields } from '../AnswerFields.vue';
export { bringByLink } from '../answerLink.ts';
export { answerFaults, sentOf, type TypedAnswers, type TypedFault, withoutFile } from '../answers.ts';
export type { Asked } from '../useQuestions.ts';
