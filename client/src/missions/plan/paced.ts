/** Does something when it is told to, at once, and then once in so many milliseconds at most: what it is told in between it does once, at their end. */
export function paced(work: () => void, pause: number): { readonly tell: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  function tell(): void {
    isTold = timer !== undefined;
    if (isTold) return;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (isTold) tell();
    }, pause);
  }
  return { tell, end: () => clearTimeout(timer) };
}
