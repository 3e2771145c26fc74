/**
 * The instants from which on lists of what is to come are asked for, in milliseconds since 1970. Each stays the same for a while: what is asked for in
 * the same words can be kept by caches, and asked ahead by whoever knows the time.
 */

const QUARTER_OF_AN_HOUR = 900_000;
const DAY = 86_400_000;

/** The beginning of the quarter of an hour in which `now` is. */
export function beginningOfQuarter(now: number): number {
  return now - (now % QUARTER_OF_AN_HOUR);
}

/** The beginning of the day in which `now` is in UTC, which is the same for all readers. */
export function beginningOfDay(now: number): number {
  return now - (now % DAY);
}
