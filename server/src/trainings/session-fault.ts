/** What can be wrong with a field of a session that is prepared. */
import { names } from '../core/names.ts';

export const SessionField = names(
  'SOURCE_LOCALE', 'TITLE', 'SUMMARY', 'PROGRAMME', 'THEME', 'AUDIENCES', 'FORMAT', 'COUNTRY', 'TOWN', 'TIME_ZONE', 'STARTS', 'ENDS', 'REGISTRATION_UNTIL', 'PLACES', 'TRAINERS',
  'WORKING_LANGUAGES', 'INTERPRETATION', 'LOCALE', 'CANCELLED_REASON', 'OBJECTIVES', 'LEVEL', 'VENUE', 'ADDRESS', 'PLACES_ON_SITE', 'PLACES_ONLINE', 'RECOMMENDATIONS', 'NEEDS',
);
export type SessionField = keyof typeof SessionField;

export const SessionFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'OUT_OF_RANGE', 'SKIPPED', 'TWICE', 'NOT_AFTER', 'TOO_LATE', 'PAST', 'NOT_HERE', 'PARTS_OUTSIDE', 'WITHDRAWN');
export type SessionFaultKind = keyof typeof SessionFaultKind;

export interface SessionFault {
  readonly field: SessionField;
  readonly fault: SessionFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: SessionField, kind: SessionFaultKind, maximum: number | null = null): SessionFault => ({ field, fault: kind, maximum });
