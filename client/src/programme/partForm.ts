import type { Locale } from '@passerelle/shared/locales.ts';
import { wallTimeAt } from '@passerelle/shared/wallTime.ts';

import { comparing } from '../core/editing/index.ts';
import { hourOf } from '../core/ui/dates.ts';
import type { Part, PartFault, PartInput, Programme } from './useProgramme.ts';

/** A part as it is typed: the day by its number, the hours as the clock of the session shows them. */
export interface TypedPart {
  sourceLocale: Locale;
  title: string;
  day: string;
  starts: string;
  ends: string;
  format: Part['format'];
  room: string;
  /** The ids of those who teach it, in the order of the session. */
  trainers: string[];
}

export const PART_FIELDS = ['sourceLocale', 'title', 'day', 'starts', 'ends', 'format', 'room', 'trainers'] as const satisfies readonly (keyof TypedPart)[];
export type PartFieldName = (typeof PART_FIELDS)[number];

type Frame = Pick<Programme, 'startsAt' | 'endsAt' | 'timeZone'>;

const DAY = 86_400_000;

/** The days of a session on its own clock, the first one first; one that ends at midnight ends on the day before. */
export function daysOf({ startsAt, endsAt, timeZone }: Frame): string[] {
  const [first, last] = [startsAt, Date.parse(endsAt) - 1].map((instant) => Date.parse(`${wallTimeAt(new Date(instant), timeZone).slice(0, 10)}T00:00Z`)) as [number, number];
  return Array.from({ length: Math.round((last - first) / DAY) + 1 }, (_day, n) => new Date(first + n * DAY).toISOString().slice(0, 10));
}

/** A part of which nothing is said yet: after the last one, or at the beginning. */
export function emptyPart(session: Programme, locale: Locale): TypedPart {
  const last = session.parts.at(-1);
  return {
    sourceLocale: locale, title: '', day: String(last?.day ?? 1), starts: last?.ends ?? wallTimeAt(new Date(session.startsAt), session.timeZone).slice(11), ends: '',
    format: last?.format ?? session.format, room: last?.room ?? '', trainers: [],
  };
}

/** A part that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedOf({ texts, day, starts, ends, format, room, trainers }: Part): TypedPart {
  const source = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: source.locale as Locale, title: source.title, day: String(day), starts, ends, format, room: room ?? '', trainers: trainers.map(({ id }) => id) };
}

/** What is sent of what is typed. */
export function inputOf(typed: TypedPart): PartInput {
  return { ...typed, day: Number(typed.day) };
}

const isBlank = (text: string): boolean => text.trim() === '';

function hourFault(field: PartFault['field'], typed: string): PartFault | false {
  return hourOf(typed) === undefined && { field, fault: isBlank(typed) ? 'MISSING' : 'UNREADABLE', maximum: null };
}

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function faultsOf({ title, starts, ends }: TypedPart): PartFault[] {
  const wrong: readonly (false | PartFault)[] = [
    isBlank(title) && { field: 'TITLE', fault: 'MISSING', maximum: null },
    hourFault('STARTS', starts),
    hourFault('ENDS', ends),
    !hourFault('STARTS', starts) && !hourFault('ENDS', ends) && ends <= starts && { field: 'ENDS', fault: 'NOT_AFTER', maximum: null },
  ];
  return wrong.filter((one): one is PartFault => one !== false);
}

/** Whether a part can change places with the one before or after it: on the same day, and not beside it. */
export function canMove(parts: readonly Pick<Part, 'day' | 'starts' | 'ends'>[], place: number, isEarlier: boolean): boolean {
  const [first, second] = isEarlier ? [parts[place - 1], parts[place]] : [parts[place], parts[place + 1]];
  return first !== undefined && second !== undefined && first.day === second.day && first.ends <= second.starts;
}

/** Where a part stands among those of its day, from 1. */
export const positionOf = (parts: readonly Pick<Part, 'id' | 'day'>[], { id, day }: Pick<Part, 'id' | 'day'>): number => parts.filter((one) => one.day === day).findIndex((one) => one.id === id) + 1;

/** The trainers that are chosen, in the order of the session: the order in which somebody ticks them says nothing. */
export function inOrder(trainers: readonly string[], session: Pick<Programme, 'trainers'>): string[] {
  return session.trainers.map(({ id }) => id).filter((id) => trainers.includes(id));
}

/** What is typed of a part beside what is stored of it. */
export const { isChanged, merge } = comparing<TypedPart, PartFieldName>(PART_FIELDS);
