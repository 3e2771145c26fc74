/** What the matrices ask of what is kept of countries by the services of their posts and the adviser. */
import { NUMBER, STRUCK_ON } from '../../src/upkeep/upkeep.fixture.ts';
import type { Role } from './roles.ts';
import type { World } from './world.ts';

const NEW = '2097-07-02';
const KNOWN = '{ source: "S", sourceUrl: "https://n.example", checkedOn: "2026-01-01" }';
const NOTE = 'input: { sourceLocale: "sr-Latn", text: "T", checkedOn: "2026-01-01" }';

const ACTS = {
  saveHoliday: `country: "RS", date: null, version: 0, input: { date: "${NEW}", name: "N", locale: "sr-Latn", isAnother: false, isMoonDependent: false, known: ${KNOWN} }`,
  strikeHoliday: `country: "RS", date: "${STRUCK_ON}", version: 1, input: ${KNOWN}`,
  checkHotline: `country: "RS", number: "${NUMBER}", checkedOn: "2026-11-20", holds: true`,
  saveTravelNote: `country: "RS", version: 1, ${NOTE}`,
  translateTravelNote: 'country: "RS", version: 1, locale: "fr", text: "T"',
  removeTravelNote: 'country: "RS", version: 1',
} as const;

export const UPKEEP_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = Object.fromEntries(Object.entries(ACTS).map(([does, args]) => [does, { expect: 'SIGNED_IN', args, select: 'outcome' }]));

const KEEPING: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];

export const UPKEEP_RIGHTS = Object.entries(ACTS).map(([does, args]) => ({ does, with: (_world: World) => args, told: { DONE: KEEPING, NOT_ALLOWED: 'OTHERS' as const } }));

/** The types of what is kept of countries, which tell of no person, each with its fields. */
export const UPKEEP_PLAIN: Readonly<Record<string, string>> = {
  HolidayChange: 'changedAt date isByPost isDemonstration kind locale name provenance wasOn',
  HotlineCheck: 'checkedAt checkedOn holds isByPost isDemonstration',
  TravelNote: 'checkedOn enteredAt isByPost isDemonstration text texts version',
  TravelNoteTranslation: 'isOutdated isSource locale text',
  UpkeepFault: 'fault field maximum',
  UpkeepPayload: 'country faults outcome',
};
