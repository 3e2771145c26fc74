/** Reading what is sent of a session: a content that can be stored, or everything that is wrong with it. Pure functions. */
import { instantsOf, isTimeZone, isWallTime } from '@passerelle/shared/wallTime.ts';
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

const zoneFault = (timeZone: string): SessionFault[] => (isTimeZone(timeZone) ? [] : [fault('TIME_ZONE', 'UNKNOWN')]);

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

const isCount = (count: number, least: number): boolean => Number.isInteger(count) && count >= least && count <= MOST.places;

function countFaults(format: SessionContent['format'], { places, placesOnSite, placesOnline }: Pick<SessionContent, 'places' | 'placesOnSite' | 'placesOnline'>): SessionFault[] {
  const ways = [['PLACES_ON_SITE', placesOnSite], ['PLACES_ONLINE', placesOnline]] as const;
  return [
    ...(isCount(places, 1) ? [] : [fault('PLACES', 'OUT_OF_RANGE', MOST.places)]),
    ...ways.flatMap(([field, count]) => {
      if (count === null) return [];
      if (format !== 'HYBRID') return [fault(field, 'NOT_HERE')];
      return isCount(count, 0) ? [] : [fault(field, 'OUT_OF_RANGE', MOST.places)];
    }),
  ];
}

/** What may be missing of a session. */
type Optional = Pick<SessionContent, 'objectives' | 'level' | 'country' | 'town' | 'venue' | 'address' | 'registrationUntil' | 'placesOnSite' | 'placesOnline' | 'needsNomination' | 'recommendations' | 'needs'>;

const NOTHING: Optional = { objectives: null, level: null, country: null, town: null, venue: null, address: null, registrationUntil: null, placesOnSite: null, placesOnline: null, needsNomination: true, recommendations: [], needs: [] };

/** What stays of a session where it is not sent, as far as one in this format has it. */
function stays(held: Optional, format: SessionContent['format']): Optional {
  return {
    ...held, ...(format === 'ONLINE' && { town: null, venue: null, address: null }), ...(format !== 'HYBRID' && { placesOnSite: null, placesOnline: null }),
  };
}

const sentOr = <T>(sent: T | undefined, kept: T): T => (sent === undefined ? kept : sent);
const textOr = (sent: string | null | undefined, kept: string | null): string | null => (sent === undefined ? kept : tidy(sent));

function readPlace({ format, country, town, venue, address }: SessionInput, kept: Optional): Pick<SessionContent, 'format' | 'country' | 'town' | 'venue' | 'address'> {
  return { format, country: sentOr(country, kept.country), town: textOr(town, kept.town), venue: textOr(venue, kept.venue), address: textOr(address, kept.address) };
}

/** Until when people can be registered, or what is wrong with what is sent of it. */
function readUntil({ registrationUntil: sent, timeZone }: SessionInput, kept: Optional): Date | SessionFault | null {
  if (sent === undefined) return kept.registrationUntil;
  return sent === null ? null : instantOf('REGISTRATION_UNTIL', sent, timeZone);
}

/** The keys of those who teach, of the recommendations and of the needs; undefined for recommendations or needs that are not sent. */
export interface SentKeys {
  readonly trainers: readonly string[];
  readonly recommendations: readonly string[] | undefined;
  readonly needs: readonly string[] | undefined;
}

/** Reads what is sent, as far as it can be judged without the database. What may be missing and is not sent is as in `held`; missing in a new session. */
export function readSession(input: SessionInput, { trainers, ...sent }: SentKeys, held: Optional = NOTHING): SessionContent | readonly SessionFault[] {
  const kept = stays(held, input.format);
  const objectives = input.objectives === undefined ? kept.objectives : tidy(input.objectives?.join('\n'));
  const texts = { title: tidy(input.title), summary: tidy(input.summary), programme: tidy(input.programme.join('\n')), objectives };
  const place = readPlace(input, kept);
  const starts = instantOf('STARTS', input.starts, input.timeZone);
  const ends = instantOf('ENDS', input.ends, input.timeZone);
  const until = readUntil(input, kept);
  const counts = { places: input.places, placesOnSite: sentOr(input.placesOnSite, kept.placesOnSite), placesOnline: sentOr(input.placesOnline, kept.placesOnline) };
  const recommendations = sent.recommendations ?? kept.recommendations;
  const needs = sent.needs ?? kept.needs;
  const spoken = [...input.workingLanguages, ...input.interpretation];
  const faults = [
    ...(texts.title === null ? [fault('TITLE', 'MISSING')] : textFault('TITLE', texts.title, true)),
    ...textFault('SUMMARY', texts.summary, false), ...textFault('PROGRAMME', texts.programme, false), ...textFault('OBJECTIVES', texts.objectives, false),
    ...(input.theme === '' ? [fault('THEME', 'MISSING')] : []),
    ...listFault('AUDIENCES', input.audiences), ...placeFaults(place), ...zoneFault(input.timeZone),
    ...[starts, ends, until].flatMap((time) => (time === null || time instanceof Date ? [] : [time])),
    ...orderFaults(starts, ends, until),
    ...countFaults(input.format, counts),
    ...listFault('TRAINERS', trainers), ...listFault('RECOMMENDATIONS', recommendations), ...listFault('NEEDS', needs), ...listFault('WORKING_LANGUAGES', input.workingLanguages),
    // What it is held in needs no interpretation.
    ...listFault('INTERPRETATION', spoken),
  ];
  if (faults.length > 0) return faults;
  return {
    ...texts, ...place, title: texts.title!, sourceLocale: input.sourceLocale, level: sentOr(input.level, kept.level), theme: input.theme, audiences: [...input.audiences].sort(), timeZone: input.timeZone,
    startsAt: starts as Date, endsAt: ends as Date, registrationUntil: until as Date | null, ...counts, needsValidation: input.needsValidation, needsNomination: input.needsNomination ?? kept.needsNomination,
    trainers: [...trainers], recommendations: [...recommendations].sort(), needs: [...needs].sort(), workingLanguages: [...input.workingLanguages].sort(), interpretation: [...input.interpretation].sort(),
  };
}
