/** What pins of an order of places leave to a way that has held something (H12). */
import type { Model, Task } from './model.ts';

interface Bits {
  readonly lo: number;
  readonly hi: number;
}

export interface Ordered {
  /** Whether something was held, by its bits, after which nothing more may be held in a place. */
  isClosed(place: number, lo: number, hi: number): boolean;
  /** Whether to hold something in a place closes one of which something is left to be held. */
  closes(place: number, lo: number, hi: number): boolean;
}

const bitsOf = (tasks: readonly Task[]): Bits => ({ lo: tasks.reduce((bits, { lo }) => bits | lo, 0), hi: tasks.reduce((bits, { hi }) => bits | hi, 0) });

export function orderedOf({ places, tasks, orders }: Model): Ordered {
  const isBefore = (one: number, other: number): boolean => orders.some((order) => order[one]! >= 0 && order[one]! < order[other]!);
  const later = places.map((_, place) => bitsOf(tasks.filter((task) => isBefore(place, task.place))));
  const earlier = places.map((_, place) => bitsOf(tasks.filter((task) => isBefore(task.place, place))));
  return {
    isClosed: (place, lo, hi) => (later[place]!.lo & lo) !== 0 || (later[place]!.hi & hi) !== 0,
    closes: (place, lo, hi) => (earlier[place]!.lo & ~lo) !== 0 || (earlier[place]!.hi & ~hi) !== 0,
  };
}
