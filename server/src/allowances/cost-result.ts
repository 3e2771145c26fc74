/** What comes of changing costs, journeys, or what they are computed from, and what can be wrong with what is sent. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

/** INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; TOO_LATE when the mission stands where this is not done any more; GONE is also said of what is not for who asks. */
export const CostOutcome = names('DONE', 'INVALID', 'CONFLICT', 'TOO_LATE', 'GONE');
export type CostOutcome = keyof typeof CostOutcome;

export const CostField = names('COUNTRY', 'VALID_FROM', 'AMOUNT', 'CURRENCY', 'EXCHANGE', 'SHARES', 'HOURS', 'SOURCE', 'SOURCE_URL', 'READ_ON', 'LABEL', 'DAY', 'LEG', 'MEMBER', 'TRAVEL', 'ACTUAL', 'LINES', 'CITIES', 'DEPARTS', 'ARRIVES', 'CARRIER', 'TRAVELLERS', 'MINUTES', 'SEATS', 'WEEKDAYS', 'VALID_UNTIL', 'COUNTRIES', 'LANGUAGE', 'PEOPLE');
export type CostField = keyof typeof CostField;

export const CostFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'OUT_OF_RANGE', 'UNKNOWN', 'REPEATED', 'NOT_AFTER', 'FUTURE', 'BUSY');
export type CostFaultKind = keyof typeof CostFaultKind;

registerEnumType(CostOutcome, {
  name: 'CostOutcome', description: 'What came of changing costs, journeys, or what they are computed from.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written.' }, TOO_LATE: { description: 'The mission stands where this is not done any more.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(CostField, {
  name: 'CostField', description: 'With which field something is wrong.',
  valuesConfig: {
    COUNTRY: { description: 'The country.' }, VALID_FROM: { description: 'From which day on it is in force.' }, AMOUNT: { description: 'The amount.' }, CURRENCY: { description: 'The currency.' }, EXCHANGE: { description: 'What the currency is worth.' },
    SHARES: { description: 'The shares of a daily rate.' }, HOURS: { description: 'The hours.' }, SOURCE: { description: 'Where it is known from.' }, SOURCE_URL: { description: 'The address of that.' }, READ_ON: { description: 'When it was read.' },
    LABEL: { description: 'What it is, in words.' }, DAY: { description: 'Of which day the exchange is.' }, LEG: { description: 'The leg.' }, MEMBER: { description: 'Whom it is about.' }, TRAVEL: { description: 'The journey.' },
    ACTUAL: { description: 'What it came to.' }, LINES: { description: 'How many lines there are.' }, CITIES: { description: 'From where, and to where.' }, DEPARTS: { description: 'When it begins.' }, ARRIVES: { description: 'When it ends.' },
    CARRIER: { description: 'Who carries them.' }, TRAVELLERS: { description: 'Who travels.' }, MINUTES: { description: 'How long it takes.' }, SEATS: { description: 'How many people share a vehicle.' }, WEEKDAYS: { description: 'The days of the week.' },
    VALID_UNTIL: { description: 'Until which day it is in force.' }, COUNTRIES: { description: 'The countries that are crossed or entered.' }, LANGUAGE: { description: 'The language.' }, PEOPLE: { description: 'How many people there are at once.' },
  },
});
registerEnumType(CostFaultKind, {
  name: 'CostFaultKind', description: 'What is wrong with a field.',
  valuesConfig: {
    MISSING: { description: 'It is empty.' }, TOO_LONG: { description: 'It has more than it may have: `maximum`.' }, UNREADABLE: { description: 'It is not written as it should be.' }, OUT_OF_RANGE: { description: 'It is more or less than it may be.' },
    UNKNOWN: { description: 'There is none.' }, REPEATED: { description: 'There is one already.' }, NOT_AFTER: { description: 'It is not after what it should come after.' }, FUTURE: { description: 'It is still to come, in Paris.' },
    BUSY: { description: 'Somebody would be in two places at once: it is not said by what.' },
  },
});

@ObjectType({ description: 'What is wrong with what was sent.' })
export class CostFault {
  @Field(() => CostField, { description: 'With which field.' })
  field!: CostField;

  @Field(() => CostFaultKind, { description: 'What is wrong with it.' })
  fault!: CostFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

export interface CostResult {
  readonly outcome: CostOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly CostFault[];
}

export const fault = (field: CostField, kind: CostFaultKind, maximum: number | null = null): CostFault => ({ field, fault: kind, maximum });
export const result = (outcome: CostOutcome, faults: readonly CostFault[] = []): CostResult => ({ outcome, faults });
export const invalid = (...faults: readonly CostFault[]): CostResult => result('INVALID', faults);

/** Line ends, control signs and half characters: no line of a text has them. */
const STRANGE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A line as it is stored; null for an empty one. */
export function tidyLine(typed: string | null | undefined): string | null {
  const line = (typed ?? '').normalize('NFC').trim();
  return line === '' ? null : line;
}

/** What is wrong with a line of text, if anything is. */
export function lineFaults(field: CostField, line: string | null, longest: number): CostFault[] {
  if (line === null) return [];
  if (line.length > longest) return [fault(field, 'TOO_LONG', longest)];
  return STRANGE.test(line) ? [fault(field, 'UNREADABLE')] : [];
}
