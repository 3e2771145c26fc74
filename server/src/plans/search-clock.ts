/** How long a search has gone on: what it was set aside for does not count. */

export interface SearchClock {
  readonly holdUp: () => void;
  readonly goOn: () => void;
}

/** Calls back once so many milliseconds have passed in which it was not held up; it runs from the beginning. */
export function searchClock(time: number, isOver: () => void): SearchClock {
  let [left, since] = [time, 0];
  let clock: NodeJS.Timeout | undefined;
  const holdUp = (): void => {
    if (clock === undefined) return;
    clearTimeout(clock);
    clock = undefined;
    left -= performance.now() - since;
  };
  const goOn = (): void => {
    if (clock !== undefined) return;
    since = performance.now();
    clock = setTimeout(isOver, Math.max(0, left));
  };
  goOn();
  return { holdUp, goOn };
}
