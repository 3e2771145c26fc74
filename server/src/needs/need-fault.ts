/** What can be wrong with what is sent of a need, and what came of it. */
import { names } from '../core/names.ts';

export const NeedField = names('KEY', 'COUNTRY', 'THEME', 'SUBTHEME', 'FURTHER_THEMES', 'PILLAR', 'AUDIENCES', 'CRITERIA', 'TITLE', 'TEXT', 'LINKS', 'STATUS', 'REASON', 'LOCALE');
export type NeedField = keyof typeof NeedField;

export const NeedFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'NOT_AN_ADDRESS', 'SETTLED', 'NOT_HERE');
export type NeedFaultKind = keyof typeof NeedFaultKind;

export const NeedOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'TOO_LATE', 'GONE');
export type NeedOutcome = keyof typeof NeedOutcome;

export interface NeedFault {
  readonly field: NeedField;
  readonly fault: NeedFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** Which of a list, from 0; null where it is about none of them. */
  readonly position: number | null;
}

export interface NeedResult {
  readonly outcome: NeedOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly NeedFault[];
}

export const fault = (field: NeedField, kind: NeedFaultKind, maximum: number | null = null, position: number | null = null): NeedFault => ({ field, fault: kind, maximum, position });
export const result = (outcome: NeedOutcome): NeedResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly NeedFault[]): NeedResult => ({ outcome: 'INVALID', faults });
