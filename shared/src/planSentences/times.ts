/** Times within sentences: spans, and the hours of a week. Pure functions of how a language writes days and hours. */
import type { SaidHours } from './said.ts';

/** How days and hours are written. Instants are those of ISO 8601, days `2027-11-08`. */
export interface Clocks {
  readonly day: (day: string) => string;
  readonly days: (first: string, last: string) => string;
  readonly hour: (instant: string, zone: string) => string;
  /** The day of an instant by the clock of a zone. */
  readonly dayIn: (instant: string, zone: string) => string;
  /** A day of the week, of which 1 is Monday. */
  readonly weekday: (weekday: number) => string;
}

/** Days of a week in a row: from the first to the last of those that follow each other, three at least; the others one by one. Pure. */
export function dayRuns(days: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([first, last]): [number, number][] => (last - first >= 2 ? [[first, last]] : Array.from({ length: last - first + 1 }, (_, n) => [first + n, first + n])));
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** From when to when by the clock of a zone: whole days as days. */
export function spanWith({ day, days, hour, dayIn }: Clocks): (from: string, until: string, zone: string) => string {
  const midnight = (instant: string, zone: string): boolean => hour(instant, zone) === hour('2027-01-01T00:00:00Z', 'UTC');
  return (from, until, zone) => {
    const [first, last] = [dayIn(from, zone), dayIn(until, zone)];
    if (midnight(from, zone) && midnight(until, zone) && first < last) return dayBefore(last) === first ? day(first) : days(first, dayBefore(last));
    const end = first === last ? hour(until, zone) : `${day(last)} ${hour(until, zone)}`;
    return `${day(first)} ${hour(from, zone)} – ${end}`;
  };
}

/** The hours of a week, the days of which they are the same together. */
export function weekWith({ hour, weekday }: Clocks): (all: readonly SaidHours[]) => string {
  const at = (time: string): string => hour(`2027-01-01T${time}:00Z`, 'UTC');
  return (all) => {
    const same = Map.groupBy(all, ({ from, until }) => `${at(from)}–${at(until)}`);
    return [...same].map(([span, days]) => `${dayRuns(days.map((one) => one.weekday)).map(([first, last]) => (first === last ? weekday(first) : `${weekday(first)}–${weekday(last)}`)).join(', ')} ${span}`).join(' · ');
  };
}
