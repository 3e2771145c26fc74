/** Whether a waiting list is in order: what people were told, beside what is kept. */

/** What somebody was told. */
export interface Told {
  readonly email: string;
  /** Their number on the list, from 1; null for who has a place. */
  readonly position: number | null;
  /** When they asked for the first time, and when the answer came: in milliseconds of one clock. */
  readonly asked: number;
  readonly answered: number;
}

/** What is kept: addresses. */
export interface Kept {
  readonly placed: readonly string[];
  /** In the order of the list. */
  readonly waiting: readonly string[];
}

export interface Order {
  /** How many stand otherwise than they were told: without the place, at another number, or not at all; and how many are kept who were told nothing. */
  readonly otherwise: number;
  /** How many numbers from 1 to the last one nobody was told, or several were. */
  readonly gaps: number;
  /** How many asked after somebody behind them had been answered: a place is before every number. */
  readonly overtaken: number;
}

/**
 * Looks at the order. What is promised is the order in which the session takes people in, one after the other: whoever has been answered
 * is before whoever asks after that. Between two who ask at once there is no order but that of the list.
 */
export function orderOf(told: readonly Told[], { placed, waiting }: Kept): Order {
  const kept = new Map<string, number | null>([...placed.map((email) => [email, null] as const), ...waiting.map((email, n) => [email, n + 1] as const)]);
  const right = told.filter(({ email, position }) => kept.get(email) === position).length;
  const positions = told.flatMap(({ position }) => position ?? []);
  const last = Math.max(waiting.length, positions.reduce((most, one) => Math.max(most, one), 0));
  const once = new Map<number, number>();
  for (const one of positions) once.set(one, (once.get(one) ?? 0) + 1);
  const gaps = Array.from({ length: last }, (_, n) => once.get(n + 1)).filter((times) => times !== 1).length;
  return { otherwise: Math.max(told.length, kept.size) - right, gaps, overtaken: overtakenIn(told) };
}

function overtakenIn(told: readonly Told[]): number {
  const from = told.toSorted((a, b) => (b.position ?? 0) - (a.position ?? 0));
  let [overtaken, earliest] = [0, Infinity];
  for (let n = 0; n < from.length;) {
    // Who has a place is beside all others who have one.
    const position = from[n]!.position;
    const here: Told[] = [];
    for (; n < from.length && from[n]!.position === position; n += 1) here.push(from[n]!);
    const before = earliest;
    overtaken += here.filter(({ asked }) => asked > before).length;
    earliest = here.reduce((least, { answered }) => Math.min(least, answered), earliest);
  }
  return overtaken;
}
