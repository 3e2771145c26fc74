/**
 * A problem in objects of one form: wherever it comes from – a message, the database, a part of another one – the keys of each stand in one order, and what is a small whole number is one to the machine as well. What is compiled
 * for the missions that were planned before then serves for each that comes, and is not compiled anew while somebody waits.
 */
import type { Problem } from '@passerelle/shared/planning.ts';

/** What has been copied, and the copies themselves: variants of a problem share its people, its meetings and its links, and nothing of it ever changes. */
const known = new WeakMap<object, object>();

/** Of the same one the same. */
function once<T extends object>(value: T, copyOf: (value: T) => T): T {
  let copy = known.get(value);
  if (!copy) {
    copy = copyOf(value);
    known.set(value, copy);
    known.set(copy, copy);
  }
  return copy as T;
}

function plain<T>(value: T): T {
  if (typeof value === 'number') return ((value | 0) === value ? value | 0 : value) as T;
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) ? value.map(plain) : sorted(value)) as T;
}

function sorted(value: object): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) copy[key] = plain((value as Readonly<Record<string, unknown>>)[key]);
  return copy;
}

const list = <T extends object>(all: readonly T[]): readonly T[] => once(all, (some) => some.map((one) => once(one, plain)));
const listOrNone = <T extends object>(all: readonly T[] | null): readonly T[] | null => all && list(all);

/** Written key by key: an object of so many that is not is looked up like a dictionary. */
const copied = (one: Problem): Problem => ({
  format: one.format, version: one.version, period: plain(one.period), tzdata: one.tzdata, zones: list(one.zones), countries: list(one.countries), places: list(one.places), meetings: list(one.meetings), precedences: list(one.precedences),
  persons: list(one.persons), teamRule: list(one.teamRule), maxParties: one.maxParties, riding: one.riding, maxTeam: plain(one.maxTeam), maxCountries: plain(one.maxCountries), maxNights: plain(one.maxNights), travel: list(one.travel),
  borderRules: listOrNone(one.borderRules), workRules: listOrNone(one.workRules), allowances: plain(one.allowances), interpreters: list(one.interpreters), limits: list(one.limits), pins: list(one.pins), former: plain(one.former),
  goals: list(one.goals), efforts: list(one.efforts),
});

/** The same problem; of the same one the same. */
export const plainOf = (problem: Problem): Problem => once(problem, copied);
