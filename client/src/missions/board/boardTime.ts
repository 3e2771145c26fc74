/**
 * The axis of a board: instants, since legs may lie in several time zones and clocks may change meanwhile, drawn between the first and the last midnight of the
 * mission in any of its zones. A place on it is a share of its length, from 0 to 1.
 */
import { instantsOf, wallTimeAt } from '@passerelle/shared/wallTime.ts';

const DAY = 86_400_000;

/** From when to when something is, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What is drawn: its ends, and the zone whose midnights part the days. */
export interface Axis extends Span {
  readonly zone: string;
  /** The days of the mission, `2027-11-08`. */
  readonly days: readonly string[];
}

/** Where something stands on an axis, and whether it goes on beyond its ends. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

const asUtc = (wallTime: string): number => Date.parse(`${wallTime}:00Z`);

/** The instant at which the clocks of a zone show a wall time, as the database reads it: where it comes twice the later one, where it is skipped as long after midnight as it says. */
export function instantOf(wallTime: string, zone: string): number {
  const shown = instantsOf(wallTime, zone).at(-1);
  if (shown) return shown.getTime();
  const before = asUtc(wallTime) - DAY;
  return asUtc(wallTime) - (asUtc(wallTimeAt(new Date(before), zone)) - before);
}

/** The day so many days after another. */
export const dayAfter = (day: string, days = 1): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Every day from the first to the last. */
export function daysFrom(first: string, last: string): string[] {
  const count = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY)) + 1;
  return Array.from({ length: count }, (_, n) => dayAfter(first, n));
}

/** A whole day in a zone: of 23 or 25 hours where the clocks change on it. */
export const daySpan = (day: string, zone: string): Span => ({ from: instantOf(`${day}T00:00`, zone), until: instantOf(`${dayAfter(day)}T00:00`, zone) });

/** So many minutes from a wall time on, by the clock of a zone. */
export function minutesFrom(wallTime: string, minutes: number, zone: string): Span {
  const from = instantOf(wallTime, zone);
  return { from, until: from + minutes * 60_000 };
}

/** The axis of the days of a mission; the clock of the first of its zones parts them. Without one it is that of Greenwich. */
export function axisOf({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }, zones: readonly string[]): Axis {
  const [zone = 'UTC'] = zones;
  const all = zones.length > 0 ? zones : [zone];
  return {
    zone, days: daysFrom(startsOn, endsOn), from: Math.min(...all.map((one) => daySpan(startsOn, one).from)), until: Math.max(...all.map((one) => daySpan(endsOn, one).until)),
  };
}

/** Whether the clocks of some of the zones show another hour than those of the first at some midnight of the axis. */
export const hasSeveralClocks = ({ days }: Axis, zones: readonly string[]): boolean => days.some((day) => new Set(zones.map((zone) => daySpan(day, zone).from)).size > 1);

/** Where something stands on an axis; undefined where nothing of it does. */
export function placeOn(axis: Span, { from, until }: Span): Place | undefined {
  if (until <= axis.from || from >= axis.until || until < from) return undefined;
  const share = (instant: number): number => (instant - axis.from) / (axis.until - axis.from);
  return { start: Math.max(0, share(from)), end: Math.min(1, share(until)), isCutBefore: from < axis.from, isCutAfter: until > axis.until };
}

/** What of a span none of the others covers, in their order. */
export function gapsIn({ from, until }: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let end = from;
  for (const one of [...covered].sort((a, b) => a.from - b.from)) {
    if (one.from > end) gaps.push({ from: end, until: Math.min(one.from, until) });
    end = Math.max(end, one.until);
  }
  if (end < until) gaps.push({ from: end, until });
  return gaps.filter((gap) => gap.until > gap.from);
}

/** In which lane each of some places is drawn, so that none lies over another: each takes at least so much of the axis. */
export function lanesOf(places: readonly Pick<Place, 'start' | 'end'>[], least: number): number[] {
  const lanes = places.map(() => 0);
  const ends: number[] = [];
  // A rounding is no overlap.
  const TIE = 1e-9;
  const order = places.map((place, n) => ({ ...place, n })).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, n } of order) {
    const free = ends.findIndex((last) => last <= start + TIE);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(end, start + least);
    lanes[n] = lane;
  }
  return lanes;
}
