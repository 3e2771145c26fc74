/** What can be wrong with what is sent of a call for availability, and what came of it. */
import { names } from '../core/names.ts';

export const CallField = names('LOCALE', 'TITLE', 'NOTE', 'FROM', 'UNTIL', 'ANSWERS_UNTIL');
export type CallField = keyof typeof CallField;

export const CallFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'NOT_AFTER', 'TOO_MANY_DAYS', 'AFTER_START', 'PAST', 'SETTLED', 'NOT_HERE');
export type CallFaultKind = keyof typeof CallFaultKind;

export interface CallFault {
  readonly field: CallField;
  readonly fault: CallFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: CallField, kind: CallFaultKind, maximum: number | null = null): CallFault => ({ field, fault: kind, maximum });

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; TOO_LATE for one that is closed; GONE is also said of what is not for who asks.
 */
export const CallOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type CallOutcome = keyof typeof CallOutcome;

export interface CallResult {
  readonly outcome: CallOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly CallFault[];
}

export const result = (outcome: CallOutcome, faults: readonly CallFault[] = []): CallResult => ({ outcome, faults });
