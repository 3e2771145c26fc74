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

type Known = Pick<MissionFacts, 'startsOn' | 'endsOn' | 'hours'>;

/** By country, the hours that are in force on some day of the mission. */
const duringOf = ({ startsOn, endsOn, hours }: Known): Map<string, MissionFacts['hours'][number][]> =>
  Map.groupBy(hours.filter(({ validFrom, validUntil }) => validFrom <= endsOn && (validUntil === null || validUntil >= startsOn)), ({ country }) => country);

const isThroughout = ({ validFrom, validUntil }: MissionFacts['hours'][number], { startsOn, endsOn }: Known): boolean => validFrom <= startsOn && (validUntil === null || validUntil >= endsOn);

/** The countries whose hours change during the mission: a problem has one week for each country, so that these are planned with the usual one. */
export const changingHoursOf = (known: Known): readonly string[] => [...duringOf(known)].filter(([, lines]) => !lines.every((one) => isThroughout(one, known))).map(([country]) => country);

/** Of each country whose hours are known, and are the same from the first to the last day of the mission: all of them. */
export function ownHoursOf(facts: Known): readonly OwnHours[] {
  const changing = changingHoursOf(facts);
  return [...duringOf(facts)].filter(([country]) => !changing.includes(country)).map(([country, known]) => ({
    country, hours: known.flatMap(({ weekdays, from, until }) => weekdays.map((weekday) => ({ weekday, from: minuteOf(from), until: minuteOf(until) }))).sort((a, b) => a.weekday - b.weekday || a.from - b.from),
    sources: known.map((one) => ({ source: sourceOf(one), validFrom: one.validFrom, validUntil: one.validUntil })).filter((one, n, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === n),
  }));
}
