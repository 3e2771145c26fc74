/** Reading what is sent of a part of a session: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { instantsOf, wallTimeAt } from '@passerelle/shared/wallTime.ts';
import type { SessionFormat } from '../trainings/index.ts';
import { fault, type SessionPartFault } from './part-fault.ts';

/** The most signs of a title and of a room, parts of a session, and days. */
export const MOST = { TITLE: 200, ROOM: 100, parts: 60, days: 366 } as const;

/** All that is said of a part; the title is in `sourceLocale`, the hours are those of the clock of the session (`09:30`), the trainers keys of experts. */
export interface PartContent {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly day: number;
  readonly starts: string;
  readonly ends: string;
  readonly format: SessionFormat;
  readonly room: string | null;
  readonly trainers: readonly string[];
}

/** The same as it is sent, with nothing tidied. */
export type SentPart = Omit<PartContent, 'room'> & { readonly room: string };

/** What a part must fit into. */
export interface Frame {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly trainers: readonly string[];
}

/** A text without the spaces at its ends; null for an empty one. */
export function tidy(typed: string): string | null {
  const text = typed.normalize('NFC').trim();
  return text === '' ? null : text;
}

/** What is wrong with a text of one line, if anything is. */
export function textFaults(field: 'TITLE' | 'ROOM', text: string | null): SessionPartFault[] {
  if (text === null) return [];
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text) ? [fault(field, 'UNREADABLE')] : [];
}

function hourFaults(field: 'STARTS' | 'ENDS', typed: string): SessionPartFault[] {
  if (typed === '') return [fault(field, 'MISSING')];
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed) ? [] : [fault(field, 'UNREADABLE')];
}

/** Reads what is sent, as far as it can be judged without the session. */
export function readPart(sent: SentPart): PartContent | readonly SessionPartFault[] {
  const [title, room] = [tidy(sent.title), tidy(sent.room)];
  const hours = [...hourFaults('STARTS', sent.starts), ...hourFaults('ENDS', sent.ends)];
  const faults = [
    ...(title === null ? [fault('TITLE', 'MISSING')] : textFaults('TITLE', title)), ...textFaults('ROOM', room),
    ...(Number.isInteger(sent.day) && sent.day >= 1 && sent.day <= MOST.days ? [] : [fault('DAY', 'OUT_OF_RANGE', MOST.days)]),
    ...hours, ...(hours.length === 0 && sent.ends <= sent.starts ? [fault('ENDS', 'NOT_AFTER')] : []),
    ...(new Set(sent.trainers).size < sent.trainers.length ? [fault('TRAINERS', 'REPEATED')] : []),
  ];
  if (faults.length > 0) return faults;
  const { sourceLocale, day, starts, ends, format } = sent;
  return { sourceLocale, title: title!, day, starts, ends, format, room, trainers: [...sent.trainers].sort() };
}

const DAY = 86_400_000;

/** The `n`th day of a session on its own clock, from 1: `2027-03-28`. */
export function dayOf({ startsAt, timeZone }: Frame, n: number): string {
  const first = Date.parse(`${wallTimeAt(startsAt, timeZone).slice(0, 10)}T00:00Z`);
  return new Date(first + (n - 1) * DAY).toISOString().slice(0, 10);
}

/** What is wrong with when a part is, within a session. */
function timeFaults({ day, starts, ends }: PartContent, frame: Frame): SessionPartFault[] {
  const instants = [starts, ends].map((hour) => instantsOf(`${dayOf(frame, day)}T${hour}`, frame.timeZone));
  const clock = instants.flatMap((found, n) => (found.length === 1 ? [] : [fault(n === 0 ? 'STARTS' : 'ENDS', found.length === 0 ? 'SKIPPED' : 'TWICE')]));
  if (clock.length > 0) return clock;
  const [[from], [until]] = instants as [[Date], [Date]];
  return [...(from < frame.startsAt || from >= frame.endsAt ? [fault('STARTS', 'OUTSIDE')] : []), ...(until > frame.endsAt ? [fault('ENDS', 'OUTSIDE')] : [])];
}

/** What is wrong with a part in a session: when it is, and by whom it is taught. */
export function fitFaults(content: PartContent, frame: Frame): SessionPartFault[] {
  return [...timeFaults(content, frame), ...(content.trainers.some((trainer) => !frame.trainers.includes(trainer)) ? [fault('TRAINERS', 'UNKNOWN')] : [])];
}

const minutes = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const hourAt = (minute: number): string => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

type Hours = Pick<PartContent, 'starts' | 'ends'>;

/** The hours of two parts, of which the first ends before the second begins, once they have changed places: each as long as it was, with the same time between them. */
export function exchanged(first: Hours, second: Hours): { readonly first: Hours; readonly second: Hours } {
  const [from, until] = [minutes(first.starts), minutes(second.ends)];
  return {
    first: { starts: hourAt(until - (minutes(first.ends) - from)), ends: second.ends },
    second: { starts: first.starts, ends: hourAt(from + until - minutes(second.starts)) },
  };
}
