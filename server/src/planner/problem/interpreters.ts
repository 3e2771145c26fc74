/** Who could interpret, as a problem has it: whom somebody has said can be had, and where nobody has, whom whoever plans assumes. Pure functions. */
import type { Interpreter, Meeting } from '@passerelle/shared/planning.ts';
import { sourceOf } from './dated.ts';
import type { KnownCity, KnownInterpretation, MissionFacts } from './facts.ts';
import type { PlanningSettings } from './settings.ts';

/** Where the morning ends for whoever interprets, in minutes. */
const NOON = 780;
/** How many are assumed to interpret a language at once. */
const AT_ONCE = 9;
/** With what the id of each who is assumed begins. */
const ASSUMED = 'interpreter.';

/** Whether somebody who interprets is known by nobody, but assumed. */
export const isAssumed = ({ id }: Pick<Interpreter, 'id'>): boolean => id.startsWith(ASSUMED);

interface Wanted {
  readonly language: string;
  readonly placeId: string;
}

/** Whether a price is in force on some day of a mission. */
export const isDuring = ({ validFrom, validUntil }: KnownInterpretation, { startsOn, endsOn }: Pick<MissionFacts, 'startsOn' | 'endsOn'>): boolean => validFrom <= endsOn && (validUntil === null || validUntil >= startsOn);

function knownOf(one: KnownInterpretation, cities: readonly KnownCity[]): Interpreter {
  return {
    id: one.key, language: one.language, placeIds: cities.filter(({ country }) => country === one.country).map(({ code }) => code).sort(), atOnce: one.people, per: one.per, halfDayAt: NOON, cents: one.priceCents,
    validFrom: one.validFrom, validUntil: one.validUntil, source: sourceOf(one),
  };
}

function assumedOf(wanted: readonly Wanted[], cents: number): Interpreter[] {
  return [...Map.groupBy(wanted, ({ language }) => language)].map(([language, at]) => ({
    id: ASSUMED + language, language, placeIds: [...new Set(at.map(({ placeId }) => placeId))].sort(), atOnce: AT_ONCE, per: 'HALF_DAY', halfDayAt: NOON, cents,
    validFrom: '0001-01-01', validUntil: null, source: { text: 'assumed', url: null, checkedOn: null, isVerified: false },
  }));
}

/** Those of languages that a meeting needs in a country of one, in force on some day of the mission; and, at a price that whoever plans has said, where none is known one for each language, of several that would do the first. */
export function interpretersOf({ startsOn, endsOn, interpretations }: Pick<MissionFacts, 'startsOn' | 'endsOn' | 'interpretations'>, { interpreterCents }: Pick<PlanningSettings, 'interpreterCents'>, { meetings, cities }: { readonly meetings: readonly Meeting[]; readonly cities: readonly KnownCity[] }): readonly Interpreter[] {
  // Of each need the languages one of which is enough.
  const needs = meetings.flatMap(({ placeId, languages }) => languages.filter(({ mayInterpret }) => mayInterpret).map(({ anyOf }) => anyOf.map(({ language }): Wanted => ({ language, placeId }))));
  const wanted = needs.flat();
  const known = interpretations.filter((one) => isDuring(one, { startsOn, endsOn })).map((one) => knownOf(one, cities)).filter(({ language, placeIds }) => wanted.some((one) => one.language === language && placeIds.includes(one.placeId)));
  const unknown = needs.filter((anyOf) => !anyOf.some(({ language, placeId }) => known.some((one) => one.language === language && one.placeIds.includes(placeId)))).map(([first]) => first!);
  return [...known, ...(interpreterCents === null ? [] : assumedOf(unknown, interpreterCents))];
}
