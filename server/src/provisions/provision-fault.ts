/** What can be wrong with what is sent of a provision, and what came of it. */
import { names } from '../core/names.ts';

export const ProvisionField = names('KEY', 'COUNTRY', 'INSTRUMENT', 'ARTICLES', 'RECOMMENDATIONS', 'TEXT', 'REFERENCE', 'ENDS_ON', 'SOURCE', 'SOURCE_URL', 'CHECKED_ON');
export type ProvisionField = keyof typeof ProvisionField;
export const ProvisionFaultKind = names('MISSING', 'TOO_LONG', 'TOO_MANY', 'UNREADABLE', 'NOT_AN_ADDRESS', 'NOT_AFTER', 'TO_COME', 'REPEATED', 'UNKNOWN');
export type ProvisionFaultKind = keyof typeof ProvisionFaultKind;
export const ProvisionOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'GONE');
export type ProvisionOutcome = keyof typeof ProvisionOutcome;

export interface ProvisionFault {
  readonly field: ProvisionField;
  readonly fault: ProvisionFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export interface ProvisionResult {
  readonly outcome: ProvisionOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ProvisionFault[];
}

export const fault = (field: ProvisionField, kind: ProvisionFaultKind, maximum: number | null = null): ProvisionFault => ({ field, fault: kind, maximum });
export const result = (outcome: ProvisionOutcome): ProvisionResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly ProvisionFault[]): ProvisionResult => ({ outcome: 'INVALID', faults });
