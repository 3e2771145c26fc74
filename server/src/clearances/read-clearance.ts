/** What is sent of a clearance, as it can be stored, or what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { tidyName } from '../core/files/index.ts';

/** The most signs of each text. */
export const LONGEST = { givenBy: 200, remark: 500 } as const;

/** What is said of a clearance; `mission` is the key of the only one for which it counts, null for all. Days are `2027-03-31`. */
export interface ClearanceContent {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly givenBy: string;
  readonly givenOn: string;
  readonly remark: string | null;
  readonly locale: Locale;
  readonly mission: string | null;
}

export const ClearanceField = { UNTIL: 'UNTIL', GIVEN_BY: 'GIVEN_BY', GIVEN_ON: 'GIVEN_ON', REMARK: 'REMARK', MISSION: 'MISSION' } as const;
export type ClearanceField = keyof typeof ClearanceField;
/** BEFORE: the last day is before the first one. TOO_FAR: it is later than five years after that. FUTURE: a day that is still to come. CLOSED: no mission that is being prepared. APART: none of its days is one of the mission. FIXED: it was entered for a period, or for another mission. */
export const ClearanceFaultKind = { MISSING: 'MISSING', TOO_LONG: 'TOO_LONG', NOT_A_LINE: 'NOT_A_LINE', BEFORE: 'BEFORE', TOO_FAR: 'TOO_FAR', FUTURE: 'FUTURE', CLOSED: 'CLOSED', APART: 'APART', FIXED: 'FIXED' } as const;
export type ClearanceFaultKind = keyof typeof ClearanceFaultKind;

export interface ClearanceFault {
  readonly field: ClearanceField;
  readonly fault: ClearanceFaultKind;
}

/** What is sent of it: a remark may be empty. */
export type SentClearance = Omit<ClearanceContent, 'remark'> & { readonly remark: string };

/** Line ends, control signs and half characters: no line of a text has them. */
const STRANGE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

function lineFaults(field: ClearanceField, line: string, longest: number): ClearanceFault[] {
  if (STRANGE.test(line)) return [{ field, fault: 'NOT_A_LINE' }];
  return line.length > longest ? [{ field, fault: 'TOO_LONG' }] : [];
}

/** The most years from its first day to its last. */
const MOST_YEARS = 5;

/** The same day so many years later; the day before the first of March where there is none. */
function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

function daysFaults({ fromOn, untilOn, givenOn }: Pick<ClearanceContent, 'fromOn' | 'untilOn' | 'givenOn'>, today: string): ClearanceFault[] {
  const until = untilOn < fromOn ? 'BEFORE' : untilOn > yearsLater(fromOn, MOST_YEARS) ? 'TOO_FAR' : undefined;
  return [...(until ? [{ field: 'UNTIL', fault: until } as const] : []), ...(givenOn > today ? [{ field: 'GIVEN_ON', fault: 'FUTURE' } as const] : [])];
}

/** Reads it, but for its mission; `today` where the adviser is. */
export function readClearance({ fromOn, untilOn, givenBy: typedBy, givenOn, remark: typedRemark, locale, mission }: SentClearance, today: string): ClearanceContent | readonly ClearanceFault[] {
  const [givenBy, remark] = [tidyName(typedBy), tidyName(typedRemark)];
  const faults: ClearanceFault[] = [
    ...daysFaults({ fromOn, untilOn, givenOn }, today),
    ...(givenBy === '' ? [{ field: 'GIVEN_BY', fault: 'MISSING' } as const] : lineFaults('GIVEN_BY', givenBy, LONGEST.givenBy)),
    ...lineFaults('REMARK', remark, LONGEST.remark),
  ];
  return faults.length > 0 ? faults : { fromOn, untilOn, givenBy, givenOn, remark: remark === '' ? null : remark, locale, mission };
}
