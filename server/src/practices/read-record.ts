/** What is sent of an entry of the record, as it can be stored, or what is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { names } from '../core/names.ts';

export const RecordField = names('EXPERT', 'COUNTRY', 'THEME', 'SHOWN_ON', 'TITLE', 'AUDIENCE', 'RESULT', 'YEAR', 'URL', 'CONSENTED_ON', 'LOCALE');
export type RecordField = keyof typeof RecordField;
export const RecordFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'FUTURE', 'TOO_EARLY', 'NOT_AN_ADDRESS', 'NOT_HERE');
export type RecordFaultKind = keyof typeof RecordFaultKind;

export interface RecordFault {
  readonly field: RecordField;
  readonly fault: RecordFaultKind;
  /** The most signs, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: RecordField, kind: RecordFaultKind, maximum: number | null = null): RecordFault => ({ field, fault: kind, maximum });

/** What is said of a practice in a language; empty for nothing. */
export interface PracticeTexts {
  readonly title: string;
  readonly audience: string;
  readonly result: string;
}

/** A practice. Days as `2027-03-28`; `expert` is a key, null for nobody in particular. */
export interface PracticeContent extends PracticeTexts {
  readonly sourceLocale: Locale;
  readonly expert: string | null;
  readonly country: string;
  readonly theme: string;
  readonly shownOn: string;
  readonly isPublic: boolean;
  readonly consentedOn: string | null;
}

export interface PublicationContent {
  readonly year: number;
  readonly title: string;
  readonly locale: Locale;
  readonly url: string | null;
  readonly isPublic: boolean;
  readonly consentedOn: string | null;
}

const MOST = { TITLE: 200, AUDIENCE: 300, RESULT: 2_000, URL: 500 } as const;
const EARLIEST = 1950;

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

function textFaults(field: keyof typeof MOST, text: string): RecordFault[] {
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return (field === 'RESULT' ? /[^\P{Cc}\n\t]|\p{Cs}/u : /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

const needed = (field: 'TITLE', text: string): RecordFault[] => (text === '' ? [fault(field, 'MISSING')] : textFaults(field, text));
const notToCome = (field: 'SHOWN_ON' | 'CONSENTED_ON', day: string | null, today: string): RecordFault[] => (day !== null && day > today ? [fault(field, 'FUTURE')] : []);

/** What is said in one language; a title is needed in the first one. */
export function readTexts({ title, audience, result }: PracticeTexts, isSource: boolean): PracticeTexts | readonly RecordFault[] {
  const texts = { title: tidy(title), audience: tidy(audience), result: tidy(result) };
  const faults = [...(isSource ? needed('TITLE', texts.title) : textFaults('TITLE', texts.title)), ...textFaults('AUDIENCE', texts.audience), ...textFaults('RESULT', texts.result)];
  return faults.length > 0 ? faults : texts;
}

/** Reads a practice; `today` where the adviser is. What is still to come is not shown: nobody learns where people will be. */
export function readPractice(sent: PracticeContent, today: string): PracticeContent | readonly RecordFault[] {
  const texts = readTexts(sent, true);
  const faults = [
    ...(sent.country === '' ? [fault('COUNTRY', 'MISSING')] : []), ...(sent.theme === '' ? [fault('THEME', 'MISSING')] : []), ...notToCome('SHOWN_ON', sent.shownOn, today),
    ...('title' in texts ? [] : texts), ...notToCome('CONSENTED_ON', sent.consentedOn, today), ...(sent.expert === null && sent.consentedOn !== null ? [fault('CONSENTED_ON', 'NOT_HERE')] : []),
  ];
  return faults.length > 0 || !('title' in texts) ? faults : { ...sent, ...texts };
}

export function readPublication(sent: PublicationContent, today: string): PublicationContent | readonly RecordFault[] {
  const [title, url] = [tidy(sent.title), sent.url === null || tidy(sent.url) === '' ? null : tidy(sent.url)];
  const faults = [
    ...(sent.year < EARLIEST ? [fault('YEAR', 'TOO_EARLY')] : sent.year > Number(today.slice(0, 4)) ? [fault('YEAR', 'FUTURE')] : []), ...needed('TITLE', title),
    ...(url === null ? [] : [...textFaults('URL', url), ...(/^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? [] : [fault('URL', 'NOT_AN_ADDRESS')])]), ...notToCome('CONSENTED_ON', sent.consentedOn, today),
  ];
  return faults.length > 0 ? faults : { ...sent, title, url };
}
