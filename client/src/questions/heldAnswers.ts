/** Whether a file among what was answered waits until it was checked. */
export function isAnyHeld(answers: readonly { readonly file: { readonly check: string } | null }[]): boolean {
  return answers.some(({ file }) => file?.check === 'HELD');
}
