/** A way of the relaxation: where a party has come by which journeys, what it has held, and how rested who rides is. */
import { ANYHOW } from './borders.ts';
import type { Departure } from './departures.ts';
import type { Task } from './model.ts';
import type { Node } from './timetable.ts';

/** From when on somebody is rested; by when the duty ends of who rides, and at the latest of who attends. */
export interface Duty {
  readonly restedAt: number;
  readonly dutyBy: number;
  readonly dutyMost: number;
}

export interface Way extends Duty {
  readonly before: Way | null;
  /** The last journey of the party; null at its beginning. */
  readonly by: Departure | null;
  readonly node: Node;
  readonly lo: number;
  readonly hi: number;
  readonly profit: number;
  /** When they made their first journey together; ∞ where they have not, or it does not matter. */
  readonly rodeAt: number;
  /** How all have entered the countries out of which a rule leads. */
  readonly entered: readonly number[];
  /** The multipliers of what is not held, in parts. */
  readonly spare: number;
  /** What no way that goes on from here exceeds. */
  readonly most: number;
  isNeedless: boolean;
}

/** Whether whatever follows the other may follow one, both with the same meetings held at the same place. */
export const isNoWorse = (one: Way, other: Way): boolean => one.node.at <= other.node.at && one.node.at + one.node.buffer <= other.node.at + other.node.buffer
  && one.rodeAt >= other.rodeAt && one.entered.every((from, n) => from === ANYHOW || from === other.entered[n]) && (one.restedAt <= other.node.at || (one.restedAt <= other.restedAt && one.dutyBy >= other.dutyBy && one.dutyMost >= other.dutyMost));

export const has = ({ lo, hi }: Pick<Way, 'lo' | 'hi'>, task: Task): boolean => (lo & task.lo) !== 0 || (hi & task.hi) !== 0;

/** The most promising first; of those the furthest. */
export const comesFirst = (one: Way, other: Way): boolean => one.most > other.most || (one.most === other.most && one.profit > other.profit);
