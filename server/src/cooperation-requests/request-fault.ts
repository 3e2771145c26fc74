/** What can be wrong with what is sent of a cooperation request, and what came of it. */
import { names } from '../core/names.ts';

export const CooperationRequestField = names('KEY', 'COUNTRY', 'THEME', 'AUDIENCES', 'CRITERIA', 'SUBJECT', 'TEXT', 'WISHED_FROM', 'WISHED_UNTIL', 'NEED', 'NOT_MET', 'REASON', 'LOCALE', 'SESSION', 'MISSION');
export type CooperationRequestField = keyof typeof CooperationRequestField;

export const CooperationRequestFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'NOT_HERE', 'BEFORE_START', 'TOO_EARLY');
export type CooperationRequestFaultKind = keyof typeof CooperationRequestFaultKind;

export const CooperationRequestOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'TOO_EARLY', 'TOO_LATE', 'GONE');
export type CooperationRequestOutcome = keyof typeof CooperationRequestOutcome;

export interface CooperationRequestFault {
  readonly field: CooperationRequestField;
  readonly fault: CooperationRequestFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export interface CooperationRequestResult {
  readonly outcome: CooperationRequestOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly CooperationRequestFault[];
}

export const fault = (field: CooperationRequestField, kind: CooperationRequestFaultKind, maximum: number | null = null): CooperationRequestFault => ({ field, fault: kind, maximum });
export const result = (outcome: CooperationRequestOutcome): CooperationRequestResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly CooperationRequestFault[]): CooperationRequestResult => ({ outcome: 'INVALID', faults });
