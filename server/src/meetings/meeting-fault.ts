/** What can be wrong with what is sent of a meeting. */
import { names } from '../core/names.ts';

export const MeetingField = names('KEY', 'LOCALE', 'SUBJECT', 'NOTE', 'HOST', 'CATEGORY', 'STATUS', 'MINUTES', 'MANDATORY', 'ONLY_ADVISER', 'DAY', 'STARTS', 'OVERRIDE', 'PLACE_NAME', 'PLACE_ADDRESS', 'WINDOWS', 'NEEDS', 'LANGUAGES', 'RECOMMENDATIONS', 'PRECEDES', 'PEOPLE', 'MEETINGS');
export type MeetingField = keyof typeof MeetingField;

export const MeetingFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'OUT_OF_RANGE', 'NOT_AFTER', 'NOT_HERE', 'SETTLED', 'OUTSIDE', 'OUTSIDE_WINDOWS', 'DAY_OFF', 'BUSY', 'AWAY', 'UNSUITED', 'ONLY_ADVISER', 'ORDER', 'CIRCLE', 'PROTECTED');
export type MeetingFaultKind = keyof typeof MeetingFaultKind;

export interface MeetingFault {
  readonly field: MeetingField;
  readonly fault: MeetingFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: MeetingField, kind: MeetingFaultKind, maximum: number | null = null): MeetingFault => ({ field, fault: kind, maximum });
