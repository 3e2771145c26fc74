/** The words for what is done with a public holiday, and for what can be wrong with what is sent of a country. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const HolidayChangeKind = names('ADDED', 'CORRECTED', 'STRUCK', 'RESTORED');
export type HolidayChangeKind = keyof typeof HolidayChangeKind;
registerEnumType(HolidayChangeKind, {
  name: 'HolidayChangeKind', description: 'What was done with a public holiday.',
  valuesConfig: { ADDED: { description: 'It was not among them.' }, CORRECTED: { description: 'Its day, its name or where it is known from was changed.' }, STRUCK: { description: 'The day is none.' }, RESTORED: { description: 'It is one after all.' } },
});

export const UpkeepField = names('DATE', 'NAME', 'SOURCE', 'SOURCE_URL', 'CHECKED_ON', 'TEXT', 'LOCALE');
export type UpkeepField = keyof typeof UpkeepField;
registerEnumType(UpkeepField, {
  name: 'UpkeepField', description: 'A field of what is kept of a country.',
  valuesConfig: {
    DATE: { description: 'The day.' }, NAME: { description: 'What it is called.' }, SOURCE: { description: 'Where it is known from.' }, SOURCE_URL: { description: 'The address of the source.' }, CHECKED_ON: { description: 'When it was checked.' }, TEXT: { description: 'What to know.' },
    LOCALE: { description: 'The language.' },
  },
});

export const UpkeepFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'OUT_OF_RANGE', 'NOT_AN_ADDRESS', 'TO_COME', 'REPEATED', 'NOT_HERE');
export type UpkeepFaultKind = keyof typeof UpkeepFaultKind;
registerEnumType(UpkeepFaultKind, {
  name: 'UpkeepFaultKind', description: 'What is wrong with a field of what is kept of a country.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text.' }, OUT_OF_RANGE: { description: 'The day is before 2000 or after 2100, or before the day on which it was checked last.' },
    NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, TO_COME: { description: 'It is a day to come.' }, REPEATED: { description: 'There is a public holiday on that day, or one that was struck, already.' }, NOT_HERE: { description: 'It is the language in which it was first written.' },
  },
});

export const UpkeepOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'GONE');
export type UpkeepOutcome = keyof typeof UpkeepOutcome;
registerEnumType(UpkeepOutcome, {
  name: 'UpkeepOutcome', description: 'What came of keeping what is known of a country.',
  valuesConfig: {
    DONE: { description: 'It is as it was sent.' }, INVALID: { description: 'Something that was sent is wrong: `faults` says what.' }, CONFLICT: { description: 'It was changed meanwhile: nothing was written.' }, NOT_ALLOWED: { description: 'The country is not yours to keep.' }, GONE: { description: 'There is none.' },
  },
});

export interface UpkeepFault {
  readonly field: UpkeepField;
  readonly fault: UpkeepFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export interface UpkeepResult {
  readonly outcome: UpkeepOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly UpkeepFault[];
}

export const fault = (field: UpkeepField, kind: UpkeepFaultKind, maximum: number | null = null): UpkeepFault => ({ field, fault: kind, maximum });
export const result = (outcome: UpkeepOutcome): UpkeepResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly UpkeepFault[]): UpkeepResult => ({ outcome: 'INVALID', faults });
