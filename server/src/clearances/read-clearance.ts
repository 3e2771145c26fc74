/** What is sent of a clearance, as it can be stored, or what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { tidyName } from '../core/files/index.ts';

/** The most signs of each text. */
export const LONGEST = { givenBy: 200, remark: 500 } as const;

/** What is said of a clearance. Days are `2027-03-31`. */
export interface ClearanceContent {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly givenBy: string;
  readonly givenOn: string;
  readonly remark: string | null;
  readonly locale: Locale;
}

export const ClearanceField = { UNTIL: 'UNTIL', GIVEN_BY: 'GIVEN_BY', REMARK: 'REMARK' } as const;
export type ClearanceField = keyof typeof ClearanceField;
/** BEFORE: the last day is before the first one. */
export const ClearanceFaultKind = { MISSING: 'MISSING', TOO_LONG: 'TOO_LONG', NOT_A_LINE: 'NOT_A_LINE', BEFORE: 'BEFORE' } as const;
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

/** Reads it. */
export function readClearance({ fromOn, untilOn, givenBy: typedBy, givenOn, remark: typedRemark, locale }: SentClearance): ClearanceContent | readonly ClearanceFault[] {
  const [givenBy, remark] = [tidyName(typedBy), tidyName(typedRemark)];
  const faults: ClearanceFault[] = [
    ...(untilOn < fromOn ? [{ field: 'UNTIL', fault: 'BEFORE' } as const] : []),
    ...(givenBy === '' ? [{ field: 'GIVEN_BY', fault: 'MISSING' } as const] : lineFaults('GIVEN_BY', givenBy, LONGEST.givenBy)),
    ...lineFaults('REMARK', remark, LONGEST.remark),
  ];
  return faults.length > 0 ? faults : { fromOn, untilOn, givenBy, givenOn, remark: remark === '' ? null : remark, locale };
}
