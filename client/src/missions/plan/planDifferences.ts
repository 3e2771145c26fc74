/** In what two plans of the same search differ. Pure functions. */
import type { Plan } from './usePlan.ts';
import { citiesOf } from './planRows.ts';

/** By their keys: what one plan has and the other has not, and what both have at another hour or with other people. */
export interface PlanDifferences {
  readonly meetings: readonly [first: readonly string[], second: readonly string[]];
  readonly people: readonly [first: readonly string[], second: readonly string[]];
  readonly moved: readonly string[];
  readonly attended: readonly string[];
  /** The cities of each in their order. */
  readonly ways: readonly [first: readonly string[], second: readonly string[]];
}

const without = (from: readonly string[], others: readonly string[]): string[] => from.filter((key) => !others.includes(key));
const apart = (first: readonly string[], second: readonly string[]): [string[], string[]] => [without(first, second), without(second, first)];
const who = ({ attends }: Plan['meetings'][number]): string => attends.map(({ personKey }) => personKey).toSorted().join(' ');

/** What differs between two plans. */
export function planDifferences(first: Plan, second: Plan): PlanDifferences {
  const keys = ({ meetings }: Plan): string[] => meetings.map(({ meetingKey }) => meetingKey);
  const people = ({ travellers }: Plan): string[] => travellers.map(({ personKey }) => personKey);
  const both = first.meetings.flatMap((one) => second.meetings.filter(({ meetingKey }) => meetingKey === one.meetingKey).map((other) => ({ one, other })));
  return {
    meetings: apart(keys(first), keys(second)), people: apart(people(first), people(second)), ways: [citiesOf(first), citiesOf(second)],
    moved: both.filter(({ one, other }) => one.starts.at !== other.starts.at).map(({ one }) => one.meetingKey), attended: both.filter(({ one, other }) => who(one) !== who(other)).map(({ one }) => one.meetingKey),
  };
}
