/** In what two plans differ, or a plan and a mission. Pure functions. */
import type { Side } from './planSides.ts';

/** By their keys and ids: what one has and the other has not, and what both have at another hour or with other people. */
export interface PlanDifferences {
  readonly meetings: readonly [first: readonly string[], second: readonly string[]];
  readonly people: readonly [first: readonly string[], second: readonly string[]];
  readonly moved: readonly string[];
  readonly attended: readonly string[];
  /** How many changes lead from one to the other: each meeting that comes, goes, is at another hour, or with others. */
  readonly count: number;
}

const without = (from: readonly string[], others: readonly string[]): string[] => from.filter((key) => !others.includes(key));
const apart = (first: readonly string[], second: readonly string[]): [string[], string[]] => [without(first, second), without(second, first)];
const who = ({ who: ids }: Side['meetings'][number]): string => ids.toSorted().join(' ');

/** What differs between two. */
export function planDifferences(first: Side, second: Side): PlanDifferences {
  const keys = ({ meetings }: Side): string[] => meetings.map(({ key }) => key);
  const both = first.meetings.flatMap((one) => second.meetings.filter(({ key }) => key === one.key).map((other) => ({ one, other })));
  const which = (differs: (pair: (typeof both)[number]) => boolean): string[] => both.filter(differs).map(({ one }) => one.key);
  const [meetings, people] = [apart(keys(first), keys(second)), apart(first.people, second.people)];
  const [moved, attended] = [which(({ one, other }) => one.local !== other.local), which(({ one, other }) => who(one) !== who(other))];
  return { meetings, people, moved, attended, count: [...meetings, moved, attended].reduce((sum, list) => sum + list.length, 0) };
}
