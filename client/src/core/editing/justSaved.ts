/** Whether a new session was saved just now, so that the page that follows says so, once. */
let isSaved = false;

/** Has the next page say that it is saved. */
export function tellNextPage(): void {
  isSaved = true;
}

/** Whether that is to be said now. */
export function wasJustSaved(): boolean {
  const was = isSaved;
  isSaved = false;
  return was;
}
