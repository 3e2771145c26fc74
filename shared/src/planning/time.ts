import type { Zone } from './travel.ts';
import type { Dated, Day, Instant, LocalMinute } from './units.ts';

/** Days, clocks and instants, by the offsets that stand in a problem: neither the clock nor the zones of the machine are asked. */

const DAY_MINUTES = 1440;
const MS = 86_400_000;

const days = new Map<number, Day>();

const numbers = new Map<Day, number>();

/** The number of a day since 1970-01-01; NaN for a text that is none. The few that plans are about are read once. */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.parse(`${day}T00:00Z`) / MS;
    if (numbers.size < 10_000) numbers.set(day, number);
  }
  return number;
}

/** The day with a number. The few that plans are about are written once. */
export function dayOf(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MS).toISOString().slice(0, 10);
    if (days.size < 10_000) days.set(number, day);
  }
  return day;
}

/** Monday is 1: 1970 began on a Thursday. */
export const weekdayOf = (number: number): number => ((number + 3) % 7 + 7) % 7 + 1;

/** What the clocks of a zone show at an instant. */
export interface Clock {
  readonly day: number;
  readonly minute: LocalMinute;
}

function offsetAt(zone: Zone, at: Instant): number {
  if (zone.offsets.length === 1) return zone.offsets[0]!.minutes;
  let found = zone.offsets[0]!;
  let first = zone.offsets[0]!;
  for (const one of zone.offsets) {
    if (one.from < first.from) first = one;
    if (one.from <= at && (found.from > at || one.from > found.from)) found = one;
  }
  return found.from <= at ? found.minutes : first.minutes;
}

/** What a clock shows at an instant. */
export function clockAt(zone: Zone, at: Instant): Clock {
  const local = at + offsetAt(zone, at);
  const day = Math.floor(local / DAY_MINUTES);
  return { day, minute: local - day * DAY_MINUTES };
}

/**
 * The instant at which a clock shows a minute of a day: the later one where it does so twice; where it never does, the moment at which the clocks change, which is the first
 * instant at which it shows a later time. The only way from wall times to instants.
 */
export function instantOf(zone: Zone, day: number, minute: LocalMinute): Instant {
  const local = day * DAY_MINUTES + minute;
  if (zone.offsets.length === 1) return local - zone.offsets[0]!.minutes;
  const shown = zone.offsets.map(({ minutes }) => local - minutes).filter((at) => at + offsetAt(zone, at) === local);
  if (shown.length > 0) return Math.max(...shown);
  return Math.min(...zone.offsets.filter(({ from, minutes }) => from + minutes > local && from - 1 + offsetAt(zone, from - 1) < local).map(({ from }) => from));
}

/** What is shown, as `allowance.ts` writes it: `2027-11-08T09:30`. */
export function wallTimeOf({ day, minute }: Clock): string {
  return `${dayOf(day)}T${hourOf(minute)}`;
}

/** `09:30`; 1440 is `24:00`. */
export const hourOf = (minute: LocalMinute): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Whether something is in force on a local day. */
export const isInForce = ({ validFrom, validUntil }: Dated, day: Day): boolean => validFrom <= day && (validUntil === null || day <= validUntil);

/** The days from one number to another, both counted. */
export const daysBetween = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
