import type { Given } from './useQuestions.ts';

/** Whether a file among what was answered waits until it was checked. */
export function isAnyHeld(answers: readonly Pick<Given, 'file'>[]): boolean {
  return answers.some(({ file }) => file?.check === 'HELD');
}
