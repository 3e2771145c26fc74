/** A way of the relaxation: where a party has come by which journeys, what it has held, and how rested who rides is. */
import type { WorkRule } from '@passerelle/shared/planning.ts';
import { ANYHOW } from '../model/borders.ts';
import type { Departure } from '../model/departures.ts';
import type { Task } from '../model/model.ts';
import type { Node } from './timetable.ts';

/** Later than any time, and a number like these: one that is none would make each of those a number with a fraction to the machine, which it keeps apart from what it belongs to. */
export const NEVER = 2 ** 30;

/** From when on somebody is rested; by when the duty ends of who rides, and at the latest of who attends. */
export interface Duty {
  readonly restedAt: number;
  readonly dutyBy: number;
  readonly dutyMost: number;
}

/** Where a party has come, and what it has held before. */
export interface Ridden {
  readonly before: Ridden | null;
  /** The last journey of the party; null at its beginning. */
  readonly by: Departure | null;
  readonly node: Node;
  readonly lo: number;
  readonly hi: number;
}

export interface Way extends Duty, Ridden {
  readonly before: Way | null;
  /** What all have paid; nothing where money is not limited. */
  readonly cents: number;
  readonly profit: number;
  /** When they made their first journey together; NEVER where they have not, or it does not matter. */
  readonly rodeAt: number;
  /** The day on which all have set out for it at the latest; NEVER where that does not matter. */
  readonly rodeOn: number;
  /** The day on which the one of them who came first has set out at the latest; NEVER where that is not known, or does not matter. */
  readonly cameOn: number;
  /** How all have entered the countries out of which a rule leads. */
  readonly entered: readonly number[];
  /** The multipliers of what is not held, in parts. */
  readonly spare: number;
  /** What no way that goes on from here exceeds. */
  readonly most: number;
  isNeedless: boolean;
}

const isAwayNoLonger = (one: Way, other: Way): boolean => one.rodeAt >= other.rodeAt && one.rodeOn >= other.rodeOn && one.cameOn >= other.cameOn;

/** Whether whatever follows the other may follow one, both with the same meetings held at the same place. */
export function isNoWorse(one: Way, other: Way): boolean {
  const [mine, theirs] = [one.node, other.node];
  if (mine.at > theirs.at || mine.at + mine.buffer > theirs.at + theirs.buffer || !isAwayNoLonger(one, other)) return false;
  if (one.restedAt > theirs.at && (one.restedAt > other.restedAt || one.dutyBy < other.dutyBy || one.dutyMost < other.dutyMost)) return false;
  return one.entered === other.entered || one.entered.every((from, n) => from === ANYHOW || from === other.entered[n]);
}

/** H10 of who rides: by when the duty ends; -1 where it would be too long. */
export function dutyBy({ restedAt: rested, dutyBy: by }: Duty, { at, arrives, isRest }: Departure, rule: WorkRule | undefined): number {
  if (!rule || isRest) return by;
  const until = at >= rested ? at + rule.maxDutyMinutes : by;
  return arrives <= until ? until : -1;
}

/** From when on who rides is rested. */
export const restedAt = ({ restedAt: rested }: Duty, { arrives, isRest }: Departure, rule: WorkRule | undefined): number => (!rule ? arrives : isRest ? rested : arrives + rule.minRestMinutes);

/** By when the duty ends at the latest of who attends, and rides then. */
export function dutyMost({ restedAt: rested, dutyMost: most }: Duty, { at, isRest }: Departure, rule: WorkRule | undefined): number {
  if (!rule || isRest) return most;
  const begun = at + rule.maxDutyMinutes;
  return at >= rested ? begun : Math.min(begun, most);
}

export const has = ({ lo, hi }: Pick<Way, 'lo' | 'hi'>, task: Task): boolean => (lo & task.lo) !== 0 || (hi & task.hi) !== 0;

/** The most promising first; of those the furthest. */
export const comesFirst = (one: Way, other: Way): boolean => one.most > other.most || (one.most === other.most && one.profit > other.profit);

/** A set, and it without each of what rules out that something else is held later on; `all`: by task. */
export function withoutSome(way: Way, tasks: readonly Task[], all: readonly Task[]): readonly (readonly Task[])[] {
  const ruling = tasks.filter(({ after }) => after.some(({ other }) => !has(way, all[other]!) && !tasks.some(({ index }) => index === other)));
  return ruling.reduce<(readonly Task[])[]>((sets, one) => sets.flatMap((some) => [some, some.filter((task) => task !== one)]), [tasks]);
}
