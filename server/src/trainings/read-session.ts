/** Reading what is sent of a session: a content that can be stored, or everything that is wrong with it. Pure functions. */
import { instantsOf, isWallTime } from '@passerelle/shared/wallTime.ts';
import type { SessionContent } from './session-content.ts';
import { fault, type SessionFault, type SessionField } from './session-fault.ts';
import type { SessionInput } from './session-input.type.ts';

/** The most signs of each text, elements of each list, and places. */
export const MOST = { TITLE: 200, SUMMARY: 2_000, PROGRAMME: 5_000, OBJECTIVES: 2_000, TOWN: 100, VENUE: 200, ADDRESS: 200, CANCELLED_REASON: 1_000, list: 30, places: 10_000 } as const;

/** A text without the spaces at its ends, lines ended in one way; null for an empty one. */
export function tidy(typed: string | null | undefined): string | null {
  const text = (typed ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim();
  return text === '' ? null : text;
}

/** What is wrong with a text, if anything is. `line`: it may have no line break. */
export function textFault(field: keyof typeof MOST & SessionField, text: string | null, line: boolean): SessionFault[] {
  if (text === null) return [];
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return (line ? /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u : /[^\P{Cc}\n\t]|\p{Cs}/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

function listFault(field: SessionField, list: readonly string[]): SessionFault[] {
  if (list.length > MOST.list) return [fault(field, 'TOO_LONG', MOST.list)];
  return new Set(list).size < list.length ? [fault(field, 'REPEATED')] : [];
}

/** The instant of a wall time, or what is wrong with it. */
function instantOf(field: SessionField, typed: string, timeZone: string): Date | SessionFault {
  if (typed.trim() === '') return fault(field, 'MISSING');
  if (!isWallTime(typed)) return fault(field, 'UNREADABLE');
  const [instant, again] = instantsOf(typed, timeZone);
  if (!instant) return fault(field, 'SKIPPED');
  return again ? fault(field, 'TWICE') : instant;
}

function orderFaults(starts: unknown, ends: unknown, until: unknown): SessionFault[] {
  if (!(starts instanceof Date)) return [];
  return [
    ...(ends instanceof Date && ends <= starts ? [fault('ENDS', 'NOT_AFTER')] : []),
    ...(until instanceof Date && until > starts ? [fault('REGISTRATION_UNTIL', 'TOO_LATE')] : []),
  ];
}

function placeFaults({ format, country, town, venue, address }: Pick<SessionContent, 'format' | 'country' | 'town' | 'venue' | 'address'>): SessionFault[] {
  const texts = [...textFault('TOWN', town, true), ...textFault('VENUE', venue, true), ...textFault('ADDRESS', address, true)];
  if (format === 'ONLINE') return [...Object.entries({ TOWN: town, VENUE: venue, ADDRESS: address }).filter(([, text]) => text !== null).map(([field]) => fault(field as SessionField, 'NOT_HERE')), ...texts];
  return [...(country === null ? [fault('COUNTRY', 'MISSING')] : []), ...(town === null ? [fault('TOWN', 'MISSING')] : []), ...texts];
}

/** How many can take part, and of a session in both ways how many in each: both are said, or neither. */
function countsOf({ format, places, placesOnSite = null, placesOnline = null }: SessionInput): Pick<SessionContent, 'places' | 'placesOnSite' | 'placesOnline'> {
  return { places: format === 'HYBRID' && placesOnSite !== null && placesOnline !== null ? placesOnSite + placesOnline : places, placesOnSite, placesOnline };
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST.places;

function countFaults(format: SessionContent['format'], { places, placesOnSite, placesOnline }: ReturnType<typeof countsOf>): SessionFault[] {
  const ways = [['PLACES_ON_SITE', placesOnSite, placesOnline], ['PLACES_ONLINE', placesOnline, placesOnSite]] as const;
  return [
    ...(isCount(places) ? [] : [fault('PLACES', 'OUT_OF_RANGE', MOST.places)]),
    ...ways.flatMap(([field, own, other]) => {
      if (own === null) return format === 'HYBRID' && other !== null ? [fault(field, 'MISSING')] : [];
      if (format !== 'HYBRID') return [fault(field, 'NOT_HERE')];
      return isCount(own) ? [] : [fault(field, 'OUT_OF_RANGE', MOST.places)];
    }),
  ];
}

/** Reads what is sent, as far as it can be judged without the database. `trainers` and `recommendations` are keys. */
export function readSession(input: SessionInput, { trainers, recommendations }: Pick<SessionContent, 'trainers' | 'recommendations'>): SessionContent | readonly SessionFault[] {
  const texts = { title: tidy(input.title), summary: tidy(input.summary), programme: tidy(input.programme.join('\n')), objectives: tidy(input.objectives.join('\n')) };
  const place = { format: input.format, country: input.country ?? null, town: tidy(input.town), venue: tidy(input.venue), address: tidy(input.address) };
  const starts = instantOf('STARTS', input.starts, input.timeZone);
  const ends = instantOf('ENDS', input.ends, input.timeZone);
  const until = input.registrationUntil == null ? null : instantOf('REGISTRATION_UNTIL', input.registrationUntil, input.timeZone);
  const counts = countsOf(input);
  const spoken = [...input.workingLanguages, ...input.interpretation];
  const faults = [
    ...(texts.title === null ? [fault('TITLE', 'MISSING')] : textFault('TITLE', texts.title, true)),
    ...textFault('SUMMARY', texts.summary, false), ...textFault('PROGRAMME', texts.programme, false), ...textFault('OBJECTIVES', texts.objectives, false),
    ...(input.theme === '' ? [fault('THEME', 'MISSING')] : []),
    ...listFault('AUDIENCES', input.audiences), ...placeFaults(place),
    ...[starts, ends, until].flatMap((time) => (time === null || time instanceof Date ? [] : [time])),
    ...orderFaults(starts, ends, until),
    ...countFaults(input.format, counts),
    ...listFault('TRAINERS', trainers), ...listFault('RECOMMENDATIONS', recommendations), ...listFault('WORKING_LANGUAGES', input.workingLanguages),
    // What it is held in needs no interpretation.
    ...listFault('INTERPRETATION', spoken),
  ];
  if (faults.length > 0) return faults;
  return {
    ...texts, ...place, title: texts.title!, sourceLocale: input.sourceLocale, level: input.level ?? null, theme: input.theme, audiences: [...input.audiences].sort(), timeZone: input.timeZone,
    startsAt: starts as Date, endsAt: ends as Date, registrationUntil: until as Date | null, ...counts, needsValidation: input.needsValidation,
    trainers: [...trainers], recommendations: [...recommendations].sort(), workingLanguages: [...input.workingLanguages].sort(), interpretation: [...input.interpretation].sort(),
  };
}
