/** What can be wrong with what is sent of what has become of a recommendation, and what came of it. */
import { names } from '../core/names.ts';

export const ProgressField = names('KEY', 'STATUS', 'AS_OF', 'SEEN', 'LINKS', 'LOCALE');
export type ProgressField = keyof typeof ProgressField;

export const ProgressFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'NOT_AN_ADDRESS', 'TO_COME', 'NOT_HERE');
export type ProgressFaultKind = keyof typeof ProgressFaultKind;

export const ProgressOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'GONE');
export type ProgressOutcome = keyof typeof ProgressOutcome;

export interface ProgressFault {
  readonly field: ProgressField;
  readonly fault: ProgressFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** Which of a list, from 0; null where it is about none of them. */
  readonly position: number | null;
}

export interface ProgressResult {
  readonly outcome: ProgressOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ProgressFault[];
}

export const fault = (field: ProgressField, kind: ProgressFaultKind, maximum: number | null = null, position: number | null = null): ProgressFault => ({ field, fault: kind, maximum, position });
export const result = (outcome: ProgressOutcome): ProgressResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly ProgressFault[]): ProgressResult => ({ outcome: 'INVALID', faults });
