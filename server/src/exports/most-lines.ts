import { UserError } from '../core/errors.ts';

/** A file has so many lines at most: more are asked for in parts. */
export const MOST_LINES = 20_000;
/** With which a statement ends: one more than a file has, by which it is seen that there are more. */
export const ONE_MORE = `limit ${MOST_LINES + 1}`;

/** The lines as they are. Throws LIST_TOO_LONG where there are more than a file has: a list that is cut says something else. */
export function whole<T>(lines: readonly T[]): readonly T[] {
  if (lines.length > MOST_LINES) throw new UserError('LIST_TOO_LONG', `A list has ${MOST_LINES} lines at most`, { maximum: MOST_LINES });
  return lines;
}
