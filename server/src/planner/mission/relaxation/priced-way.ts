/** A way of a party that pays for what it costs, and what can be held on it. */
import type { Departure } from '../model/departures.ts';
import type { Task } from '../model/model.ts';
import type { Node } from './timetable.ts';

/** Parts by cent, by what the money is for. */
export interface Prices {
  readonly fare: number;
  readonly allowance: number;
  readonly other: number;
}

/** What is held in a place before a journey; null for the last one, whence all go home. */
export interface PricedStay {
  readonly node: Node;
  readonly held: readonly Task[];
  readonly by: Departure | null;
}

export interface PricedWay {
  /** What it brings less what it costs, in parts. */
  readonly brings: number;
  /** How often each meeting is held, by its number among those that are covered. */
  readonly visits: Int32Array;
  /** Cents by what they are for. */
  readonly fare: number;
  readonly allowance: number;
  readonly other: number;
  readonly stays: readonly PricedStay[];
}

/** Somebody who is somewhere: what a cent of allowances costs before a journey of the party, and at the end; and what has been held by a departure. */
export interface Staying {
  readonly node: Node;
  readonly price: number;
  readonly lastPrice: number;
  /** The next of what can be held, and the end of it. */
  stage: number;
  readonly last: number;
  sum: number;
  busy: number;
}

/** Minutes of a day, and of those in which meetings are held. */
const [DAY, WORKING] = [1440, 480];

/** What so many can hold of some meetings until a time: those hours of them that they have together; all of it where it is not said how many they are. */
export function sharedBy(hands: number | null, { sum, busy, node: { at } }: Pick<Staying, 'sum' | 'busy' | 'node'>, until: number): number {
  if (hands === null || busy === 0) return sum;
  const span = until - at;
  const minutes = hands * (Math.floor(span / DAY) * WORKING + Math.min(WORKING, span % DAY));
  return minutes >= busy ? sum : Math.floor((sum * minutes) / busy);
}
