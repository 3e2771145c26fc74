/** Reading what is sent of a call for availability: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { MOST_DAYS } from './availability.policy.ts';
import { type CallFault, fault } from './call-fault.ts';

/** The most signs of each text. */
const LONGEST = { TITLE: 200, NOTE: 1_000 } as const;

/** All that is said of a call: the texts in `sourceLocale`; days as `2027-11-08`. */
export interface CallContent {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly note: string | null;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly answersUntil: string;
}

/** The same as it is sent: a note may be empty. */
export type SentCall = Omit<CallContent, 'note'> & { readonly note: string };

/** A text without the spaces at its ends, lines ended in one way; null for an empty one. */
export function tidy(typed: string): string | null {
  const text = typed.replaceAll('\r\n', '\n').normalize('NFC').trim();
  return text === '' ? null : text;
}

/** What is wrong with a text, if anything is: a title is one line. */
export function textFaults(field: keyof typeof LONGEST, text: string | null): CallFault[] {
  if (text === null) return [];
  if (text.length > LONGEST[field]) return [fault(field, 'TOO_LONG', LONGEST[field])];
  return (field === 'TITLE' ? /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u : /[^\P{Cc}\n\t]|\p{Cs}/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

/** How many days there are from one to another, both counted. */
const daysFrom = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

function periodFaults({ fromOn, untilOn, answersUntil }: Pick<CallContent, 'fromOn' | 'untilOn' | 'answersUntil'>): CallFault[] {
  return [
    ...(untilOn < fromOn ? [fault('UNTIL', 'NOT_AFTER')] : []), ...(daysFrom(fromOn, untilOn) > MOST_DAYS ? [fault('UNTIL', 'TOO_MANY_DAYS', MOST_DAYS)] : []),
    ...(answersUntil > fromOn ? [fault('ANSWERS_UNTIL', 'AFTER_START')] : []),
  ];
}

/** Reads what is sent, as far as it can be judged without the database. */
export function readCall(sent: SentCall): CallContent | readonly CallFault[] {
  const { sourceLocale, fromOn, untilOn, answersUntil } = sent;
  const [title, note] = [tidy(sent.title), tidy(sent.note)];
  const faults = [...(title === null ? [fault('TITLE', 'MISSING')] : textFaults('TITLE', title)), ...textFaults('NOTE', note), ...periodFaults(sent)];
  return faults.length > 0 ? faults : { sourceLocale, title: title!, note, fromOn, untilOn, answersUntil };
}
