/** Reading what is sent of a meeting: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import type { TeamRole } from '../missions/index.ts';
import type { CefrLevel } from '../vocabulary/index.ts';
import { fault, type MeetingFault, type MeetingField } from './meeting-fault.ts';
import type { MeetingCategory, MeetingStatus } from './meeting-words.ts';

/** The most signs of each text, minutes, meetings of a leg, and elements of each list. */
export const MOST = {
  SUBJECT: 200, NOTE: 2_000, HOST: 200, OVERRIDE: 300, PLACE_NAME: 200, PLACE_ADDRESS: 200, minutes: 720, meetings: 60, windows: 30, people: 20, languages: 6, recommendations: 10, precedes: 20, gap: 10_080,
} as const;
const LEAST_MINUTES = 5;
const DAY_MINUTES = 1_440;

/** All that is said of a meeting: the texts in `sourceLocale`; days as `2027-11-08`, hours as `09:30`, null for what is not known. Lists are in one order. */
export interface MeetingContent {
  readonly sourceLocale: Locale;
  readonly subject: string;
  readonly note: string | null;
  /** By its slug. */
  readonly organisation: string | null;
  readonly hostName: string | null;
  readonly category: MeetingCategory;
  readonly status: MeetingStatus;
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly isOnlyAdviser: boolean;
  readonly day: string | null;
  readonly starts: string | null;
  readonly overrideReason: string | null;
  readonly placeName: string | null;
  readonly placeAddress: string | null;
  readonly windows: readonly { readonly day: string; readonly from: string; readonly until: string }[];
  readonly needs: readonly { readonly kind: TeamRole; readonly atLeast: number }[];
  readonly languages: readonly { readonly language: string; readonly atLeast: CefrLevel }[];
  /** By their slugs. */
  readonly recommendations: readonly string[];
  /** By their keys. */
  readonly precedes: readonly { readonly meeting: string; readonly gapMinutes: number }[];
}

const TEXTS = ['subject', 'note', 'hostName', 'starts', 'overrideReason', 'placeName', 'placeAddress'] as const;
/** The same as it is sent, with nothing tidied. */
export type SentMeeting = Omit<MeetingContent, (typeof TEXTS)[number]> & Readonly<Record<(typeof TEXTS)[number], string>>;

/** What of a meeting the adviser decides, and the field of each. */
export const DECIDED = { isMandatory: 'MANDATORY', isOnlyAdviser: 'ONLY_ADVISER', needs: 'NEEDS', recommendations: 'RECOMMENDATIONS', precedes: 'PRECEDES' } as const satisfies Partial<Record<keyof MeetingContent, MeetingField>>;

const ordered = <T extends object>(list: readonly T[], by: (one: T) => string): T[] => list.toSorted((one, other) => (by(one) < by(other) ? -1 : 1));

/** A meeting with its lists in one order: two that say the same are the same. */
export function contentOf(sent: MeetingContent): MeetingContent {
  const { sourceLocale, subject, note, organisation, hostName, category, status, minutes, isMandatory, isOnlyAdviser, day, starts, overrideReason, placeName, placeAddress } = sent;
  return {
    sourceLocale, subject, note, organisation, hostName, category, status, minutes, isMandatory, isOnlyAdviser, day, starts, overrideReason, placeName, placeAddress,
    windows: ordered(sent.windows.map(({ day: on, from, until }) => ({ day: on, from, until })), (one) => one.day + one.from), needs: ordered(sent.needs.map(({ kind, atLeast }) => ({ kind, atLeast })), (one) => one.kind),
    languages: ordered(sent.languages.map(({ language, atLeast }) => ({ language, atLeast })), (one) => one.language), recommendations: sent.recommendations.toSorted(),
    precedes: ordered(sent.precedes.map(({ meeting, gapMinutes }) => ({ meeting, gapMinutes })), (one) => one.meeting),
  };
}

type TextField = 'SUBJECT' | 'NOTE' | 'HOST' | 'OVERRIDE' | 'PLACE_NAME' | 'PLACE_ADDRESS';

/** What is wrong with a text, if anything is. */
function textFaults(field: TextField, text: string | null): MeetingFault[] {
  if (text === null) return [];
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return (field === 'NOTE' ? /[^\P{Cc}\n\t]|\p{Cs}/u : /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

const neededFaults = (field: TextField, text: string | null): MeetingFault[] => (text === null ? [fault(field, 'MISSING')] : textFaults(field, text));
const isCount = (count: number, least: number, most: number): boolean => Number.isInteger(count) && count >= least && count <= most;
const isHour = (typed: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed);
const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));

function hostFaults({ organisation, hostName }: MeetingContent): MeetingFault[] {
  if (organisation !== null) return hostName === null ? [] : [fault('HOST', 'NOT_HERE')];
  return neededFaults('HOST', hostName);
}

function timeFaults({ day, starts, status, minutes, overrideReason }: MeetingContent): MeetingFault[] {
  if (!isCount(minutes, LEAST_MINUTES, MOST.minutes)) return [fault('MINUTES', 'OUT_OF_RANGE', MOST.minutes)];
  if (day === null) return [...(starts !== null || status === 'CONFIRMED' ? [fault('DAY', 'MISSING')] : []), ...(overrideReason === null ? [] : [fault('OVERRIDE', 'NOT_HERE')])];
  if (starts === null) return [fault('STARTS', 'MISSING')];
  if (!isHour(starts)) return [fault('STARTS', 'UNREADABLE')];
  return minutesOf(starts) + minutes > DAY_MINUTES ? [fault('STARTS', 'NOT_AFTER')] : [];
}

function windowFaults({ windows }: MeetingContent): MeetingFault[] {
  if (windows.length > MOST.windows) return [fault('WINDOWS', 'TOO_LONG', MOST.windows)];
  if (windows.some(({ from, until }) => !isHour(from) || !(isHour(until) || until === '24:00'))) return [fault('WINDOWS', 'UNREADABLE')];
  if (windows.some(({ from, until }) => until <= from)) return [fault('WINDOWS', 'NOT_AFTER')];
  return isRepeated(windows.map(({ day, from }) => day + from)) ? [fault('WINDOWS', 'REPEATED')] : [];
}

const isRepeated = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

function listFaults(field: MeetingField, keys: readonly string[], most: number): MeetingFault[] {
  if (keys.length > most) return [fault(field, 'TOO_LONG', most)];
  return isRepeated(keys) ? [fault(field, 'REPEATED')] : [];
}

function needFaults({ needs, precedes, languages, recommendations }: MeetingContent): MeetingFault[] {
  return [
    ...listFaults('NEEDS', needs.map(({ kind }) => kind), MOST.people), ...(needs.every(({ atLeast }) => isCount(atLeast, 1, MOST.people)) ? [] : [fault('NEEDS', 'OUT_OF_RANGE', MOST.people)]),
    ...listFaults('LANGUAGES', languages.map(({ language }) => language), MOST.languages), ...listFaults('RECOMMENDATIONS', recommendations, MOST.recommendations),
    ...listFaults('PRECEDES', precedes.map(({ meeting }) => meeting), MOST.precedes), ...(precedes.every(({ gapMinutes }) => isCount(gapMinutes, 0, MOST.gap)) ? [] : [fault('PRECEDES', 'OUT_OF_RANGE', MOST.gap)]),
  ];
}

/** Reads what is sent, as far as it can be judged without the database. */
export function readMeeting(sent: SentMeeting): MeetingContent | readonly MeetingFault[] {
  const content = contentOf({ ...sent, ...Object.fromEntries(TEXTS.map((name) => [name, tidy(sent[name])])) as Record<(typeof TEXTS)[number], string | null> } as MeetingContent);
  const { subject, note, overrideReason, placeName, placeAddress } = content;
  const faults = [
    ...neededFaults('SUBJECT', subject), ...hostFaults(content), ...timeFaults(content), ...textFaults('OVERRIDE', overrideReason), ...windowFaults(content),
    ...textFaults('PLACE_NAME', placeName), ...textFaults('PLACE_ADDRESS', placeAddress), ...textFaults('NOTE', note), ...needFaults(content),
  ];
  return faults.length > 0 ? faults : content;
}

/** Throws VICTIM_DATA for texts that tell who a person is. */
export function guardMeeting(content: MeetingContent): void {
  for (const name of ['subject', 'note', 'hostName', 'overrideReason', 'placeName', 'placeAddress'] as const) refuseVictimsData(`input.${name}`, content[name] ?? '');
}

/** The texts of a meeting in another language, as they are sent. */
export interface SentMeetingTexts {
  readonly locale: Locale;
  readonly subject: string;
  readonly note: string;
}

/** Reads them. Throws VICTIM_DATA. */
export function readMeetingTexts({ subject, note }: SentMeetingTexts): { readonly texts: { readonly subject: string | null; readonly note: string | null } } | readonly MeetingFault[] {
  const texts = { subject: tidy(subject), note: tidy(note) };
  const faults = [...textFaults('SUBJECT', texts.subject), ...textFaults('NOTE', texts.note)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.subject', texts.subject ?? '');
  refuseVictimsData('texts.note', texts.note ?? '');
  return { texts };
}
