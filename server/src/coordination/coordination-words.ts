/** The words for what coordinates action against trafficking in a country; what can be wrong with what is sent of it, and what came of it. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const CoordinationKind = names('COORDINATOR', 'REFERRAL_MECHANISM', 'RAPPORTEUR', 'STRATEGY');
export type CoordinationKind = keyof typeof CoordinationKind;
registerEnumType(CoordinationKind, {
  name: 'CoordinationKind', description: 'What coordinates action against trafficking in a country.',
  valuesConfig: {
    COORDINATOR: { description: 'The national coordinator: an institution and its office.' }, REFERRAL_MECHANISM: { description: 'The national referral mechanism.' },
    RAPPORTEUR: { description: 'The national rapporteur, or an equivalent mechanism.' }, STRATEGY: { description: 'A strategy or an action plan.' },
  },
});

export const CoordinationField = names('KEY', 'COUNTRY', 'ORGANISATION', 'NAME', 'LEGAL_BASIS', 'WEBSITE', 'ENDS_ON', 'SOURCE', 'SOURCE_URL', 'CHECKED_ON');
export type CoordinationField = keyof typeof CoordinationField;
registerEnumType(CoordinationField, {
  name: 'CoordinationField', description: 'A field of what coordinates action against trafficking in a country.',
  valuesConfig: {
    KEY: { description: 'The key.' }, COUNTRY: { description: 'The country.' }, ORGANISATION: { description: 'The organisation of the directory.' }, NAME: { description: 'The name.' }, LEGAL_BASIS: { description: 'What it rests on in law.' }, WEBSITE: { description: 'Its public page.' },
    ENDS_ON: { description: 'Its end.' }, SOURCE: { description: 'Where it was read.' }, SOURCE_URL: { description: 'The address of the source.' }, CHECKED_ON: { description: 'When somebody checked it.' },
  },
});

export const CoordinationFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'NOT_AN_ADDRESS', 'NOT_AFTER', 'TO_COME', 'UNKNOWN');
export type CoordinationFaultKind = keyof typeof CoordinationFaultKind;
registerEnumType(CoordinationFaultKind, {
  name: 'CoordinationFaultKind', description: 'What is wrong with a field of it.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty; of the name, where no organisation is chosen.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, NOT_AFTER: { description: 'It is before the beginning.' }, TO_COME: { description: 'It is a day to come.' }, UNKNOWN: { description: 'It is none of the site: no country, or no organisation of the country that everybody sees.' },
  },
});

export const CoordinationOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'GONE');
export type CoordinationOutcome = keyof typeof CoordinationOutcome;
registerEnumType(CoordinationOutcome, {
  name: 'CoordinationOutcome', description: 'What came of entering, changing or removing it.',
  valuesConfig: {
    DONE: { description: 'It is as it was sent, or removed.' }, INVALID: { description: 'Something that was sent is wrong: `faults` says what.' }, CONFLICT: { description: 'Somebody else has changed it meanwhile: nothing was written.' }, NOT_ALLOWED: { description: 'It is not yours to keep.' }, GONE: { description: 'There is none.' },
  },
});

export interface CoordinationFault {
  readonly field: CoordinationField;
  readonly fault: CoordinationFaultKind;
  /** The most signs that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export interface CoordinationResult {
  readonly outcome: CoordinationOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly CoordinationFault[];
}

export const fault = (field: CoordinationField, kind: CoordinationFaultKind, maximum: number | null = null): CoordinationFault => ({ field, fault: kind, maximum });
export const result = (outcome: CoordinationOutcome): CoordinationResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly CoordinationFault[]): CoordinationResult => ({ outcome: 'INVALID', faults });
