import type { Problem } from './problem.ts';
import type { Draw } from './random-problem.fixture.ts';
import { dayNumber, dayOf } from './time.ts';

/** The same problem told otherwise: what says nothing must change nothing. */

const WAYS = new Set(['journeys', 'goals', 'minutes']);

/** The same with the members of each array in another order, but where an array is a way. */
export function permuted<T>(value: T, draw: Draw, key = ''): T {
  if (Array.isArray(value)) {
    const inner = value.map((one: unknown) => permuted(one, draw, key));
    return (WAYS.has(key) ? inner : draw.shuffled(inner)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const isWay = (name: string): boolean => (name === 'countries' && 'fareCents' in value) || (name === 'placeIds' && 'pin' in value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isWay(name) ? (one as unknown) : permuted<unknown>(one, draw, name)])) as T;
}

/** The same a week later: days, and numbers so great that they are instants. */
export function later<T>(value: T, key = ''): T {
  if (Array.isArray(value)) return value.map((one: unknown) => later(one, key)) as T;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayOf(dayNumber(value) + 7) as T;
  if (typeof value === 'number' && value > 10_000_000 && key !== 'offsets') return value + 7 * 1440 as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'zones' ? (one as unknown) : later<unknown>(one, name)])) as T;
}

/** Without days off. */
export const ordinary = (problem: Problem): Problem => ({ ...problem, countries: problem.countries.map((one) => ({ ...one, daysOff: [] })) });

/** Whether it is in one of the weeks that are drawn in which no clocks change. */
export const isOrdinaryWeek = ({ period }: Problem): boolean => [dayNumber('2027-11-08'), dayNumber('2027-05-14')].includes(Math.floor(period.earliestDeparture / 1440));

/** With the country `one` by another name. */
export const renamed = (problem: Problem): Problem => JSON.parse(JSON.stringify(problem).replaceAll('"one"', '"zz"')) as Problem;
