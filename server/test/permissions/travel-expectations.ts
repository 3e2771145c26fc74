/** What the matrices ask of links and rules of borders: of mutations, who is not signed in is refused, and who plans no mission is told that there is none. */
import { ADVISERS } from './roles.ts';
import type { Right } from './rights.ts';

const NOBODY = '00000000-0000-4000-8000-0000000000c1';
const KNOWN = 'known: { validFrom: "2097-01-01", source: "S", sourceUrl: "https://n.example", checkedOn: "2026-01-01" }';
const LINK = `input: { fromCity: "paris", toCity: "belgrade", mode: FLIGHT, hasService: true, minutes: 60, departures: ["07:00"], isRest: false, isOffered: true, ${KNOWN} }`;
const INTERPRETATION = `input: { language: "sq", country: "AL", per: DAY, priceCents: 30000, people: 1, ${KNOWN} }`;
const HOURS = `input: { country: "AL", weekdays: [1], fromHour: "08:00", untilHour: "16:00", ${KNOWN} }`;
const BORDER = `input: { fromCountry: "AL", toCountry: "ME", unlessEnteredFrom: ["GR"], ${KNOWN} }`;

/** What is there: a link, by its code. */
export interface TravelWorld {
  readonly travelLink: string;
}

const ACTS = {
  saveTravelLink: () => `code: "${NOBODY}", version: 0, ${LINK}`,
  saveBorderRule: () => `code: "${NOBODY}", version: 0, ${BORDER}`,
  saveInterpretation: () => `code: "${NOBODY}", version: 0, ${INTERPRETATION}`,
  saveCountryHours: () => `code: "${NOBODY}", version: 0, ${HOURS}`,
  removeTravelFact: ({ travelLink }) => `kind: LINK, code: "${travelLink}", version: 1`,
} as const satisfies Record<string, (world: TravelWorld) => string>;

/** By mutation, what is sent. */
const TRAVEL_ACTS: readonly (readonly [does: string, sent: (world: TravelWorld) => string])[] = Object.entries(ACTS);

/** Links and rules of borders are known to nobody but those who plan missions. */
export const TRAVEL_RIGHTS: readonly Right[] = TRAVEL_ACTS.map(([does, sent]) => ({ does, with: sent, told: { DONE: ADVISERS, GONE: 'OTHERS' } }));

export const TRAVEL_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = Object.fromEntries(
  TRAVEL_ACTS.map(([does, sent]) => [does, { expect: 'SIGNED_IN', args: sent({ travelLink: NOBODY }), select: 'outcome' }]));

export const TRAVEL_QUERIES: Readonly<Record<string, { readonly expect: 'ADVISER'; readonly select: string }>> = { travelLinks: { expect: 'ADVISER', select: 'code' }, borderRules: { expect: 'ADVISER', select: 'code' }, interpretationPrices: { expect: 'ADVISER', select: 'code' }, countryHours: { expect: 'ADVISER', select: 'code' } };

/** The types of links and of rules, which tell of no person, each with its fields. */
export const TRAVEL_PLAIN: Readonly<Record<string, string>> = {
  TravelLink: 'code countryCodes departures fareCents firstDeparture fromCity hasService isDemonstration isOffered isRest lastDeparture minutes mode provenance seats toCity validFrom validUntil version weekdays',
  BorderRule: 'code fromCountry isDemonstration provenance toCountry unlessEnteredFrom validFrom validUntil version',
  CountryHours: 'code countryCode fromHour isDemonstration provenance untilHour validFrom validUntil version weekdays',
  InterpretationPrice: 'code countryCode isDemonstration language people per priceCents provenance validFrom validUntil version',
  TravelPayload: 'borderRule countryHours faults interpretation link outcome',
};
