/** What can be wrong with what is sent of a project, and what came of it. */
import { names } from '../core/names.ts';

export const ProjectField = names('KEY', 'TITLE', 'PURPOSE', 'COUNTRIES', 'COMMON_NEED', 'NEEDS', 'RECOMMENDATIONS', 'PARTNERS', 'EXPERTS', 'SESSIONS', 'BUDGET', 'REASON', 'LOCALE');
export type ProjectField = keyof typeof ProjectField;

export const ProjectFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'NOT_HERE', 'SETTLED', 'OUT_OF_RANGE');
export type ProjectFaultKind = keyof typeof ProjectFaultKind;

export const ProjectOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'TOO_LATE', 'GONE');
export type ProjectOutcome = keyof typeof ProjectOutcome;

export interface ProjectFault {
  readonly field: ProjectField;
  readonly fault: ProjectFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** Which of a list, from 0; null where it is about none of them. */
  readonly position: number | null;
}

export interface ProjectResult {
  readonly outcome: ProjectOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ProjectFault[];
}

export const fault = (field: ProjectField, kind: ProjectFaultKind, maximum: number | null = null, position: number | null = null): ProjectFault => ({ field, fault: kind, maximum, position });
export const result = (outcome: ProjectOutcome): ProjectResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly ProjectFault[]): ProjectResult => ({ outcome: 'INVALID', faults });
