/** When countries work, as a problem has it: their own hours where these are known, the usual ones otherwise. Pure functions. */
import type { Dated, WorkingHours } from '@passerelle/shared/planning.ts';
import { minuteOf, sourceOf } from './dated.ts';
import type { MissionFacts } from './facts.ts';

/** The hours of a country that are in force on all days of a mission, and where they are known from. */
export interface OwnHours {
  readonly country: string;
  readonly hours: readonly WorkingHours[];
  readonly sources: readonly Omit<Dated, 'id'>[];
}

/** Of each country whose hours are known: what is in force from the first to the last day of the mission. A problem has one week for each country, so that what changes in the midst is not planned with. */
export function ownHoursOf({ startsOn, endsOn, hours }: Pick<MissionFacts, 'startsOn' | 'endsOn' | 'hours'>): readonly OwnHours[] {
  const inForce = hours.filter(({ validFrom, validUntil }) => validFrom <= startsOn && (validUntil === null || validUntil >= endsOn));
  return [...Map.groupBy(inForce, ({ country }) => country)].map(([country, known]) => ({
    country, hours: known.flatMap(({ weekdays, from, until }) => weekdays.map((weekday) => ({ weekday, from: minuteOf(from), until: minuteOf(until) }))).sort((a, b) => a.weekday - b.weekday || a.from - b.from),
    sources: known.map((one) => ({ source: sourceOf(one), validFrom: one.validFrom, validUntil: one.validUntil })).filter((one, n, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === n),
  }));
}
