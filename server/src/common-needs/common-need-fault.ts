/** What can be wrong with what is sent of a group of needs, and what came of it. */
import { names } from '../core/names.ts';

export const CommonNeedField = names('KEY', 'NEEDS', 'TITLE', 'WHY', 'REASON', 'LOCALE');
export type CommonNeedField = keyof typeof CommonNeedField;

export const CommonNeedFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'NOT_HERE', 'TOO_FEW', 'MIXED', 'NOT_OPEN', 'TOGETHER');
export type CommonNeedFaultKind = keyof typeof CommonNeedFaultKind;

export const CommonNeedOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'TOO_LATE', 'GONE');
export type CommonNeedOutcome = keyof typeof CommonNeedOutcome;

export interface CommonNeedFault {
  readonly field: CommonNeedField;
  readonly fault: CommonNeedFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** Which of a list, from 0; null where it is about none of them. */
  readonly position: number | null;
}

export interface CommonNeedResult {
  readonly outcome: CommonNeedOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly CommonNeedFault[];
}

export const fault = (field: CommonNeedField, kind: CommonNeedFaultKind, maximum: number | null = null, position: number | null = null): CommonNeedFault => ({ field, fault: kind, maximum, position });
export const result = (outcome: CommonNeedOutcome): CommonNeedResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly CommonNeedFault[]): CommonNeedResult => ({ outcome: 'INVALID', faults });
