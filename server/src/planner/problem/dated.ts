/** Days, hours and sources, as a problem has them. Pure functions. */
import { dayNumber, dayOf, type Source, type Zone } from '@passerelle/shared/planning.ts';
import type { KnownSource } from './facts.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Where something is known from. Of a month in which somebody looked its first day. */
export const sourceOf = ({ source, sourceUrl, checkedOn, isVerified }: KnownSource): Source => ({ text: source, url: sourceUrl, checkedOn: checkedOn?.length === 7 ? `${checkedOn}-01` : checkedOn, isVerified });

/** The minute of a day that a clock shows as `09:30`. */
export const minuteOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));

/** The day so many days after another. */
export const dayAfter = (day: string, days = 1): string => dayOf(dayNumber(day) + days);

/** By how many minutes the clocks of a zone are ahead of UTC, at an instant in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, at: number): number {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Math.round((Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute) - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
}

/** The offsets of a zone from the day before `from` to the day after `until`: the first, and each change with its minute. */
export function zoneOf(timeZone: string, from: string, until: string): Zone {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const [first, last] = [Date.parse(from) - 2 * DAY, Date.parse(until) + 3 * DAY];
  const offsets = [{ from: first / MINUTE, minutes: offsetAt(clock, first) }];
  for (let at = first; at < last; at += DAY) {
    if (offsetAt(clock, at) !== offsetAt(clock, at + DAY)) offsets.push(changeIn(clock, at));
  }
  return { id: timeZone, offsets };
}

/** The minute of a day at which the clocks change. */
function changeIn(clock: Intl.DateTimeFormat, day: number): { from: number; minutes: number } {
  const before = offsetAt(clock, day);
  let [low, high] = [day / MINUTE, (day + DAY) / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return { from: high, minutes: offsetAt(clock, high * MINUTE) };
}
