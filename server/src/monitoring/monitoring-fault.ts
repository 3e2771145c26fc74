/** What can be wrong with what is sent of the dates of a monitoring body, and what came of it. */
import { names } from '../core/names.ts';

export const MonitoringField = names('KEY', 'COUNTRY', 'BODY', 'ROUND', 'SOURCE', 'SOURCE_URL', 'CHECKED_ON');
export type MonitoringField = keyof typeof MonitoringField;
export const MonitoringFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'OUT_OF_RANGE', 'NOT_AN_ADDRESS', 'TO_COME', 'REPEATED', 'UNKNOWN');
export type MonitoringFaultKind = keyof typeof MonitoringFaultKind;
export const MonitoringOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED', 'GONE');
export type MonitoringOutcome = keyof typeof MonitoringOutcome;

export interface MonitoringFault {
  readonly field: MonitoringField;
  readonly fault: MonitoringFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export interface MonitoringResult {
  readonly outcome: MonitoringOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly MonitoringFault[];
}

export const fault = (field: MonitoringField, kind: MonitoringFaultKind, maximum: number | null = null): MonitoringFault => ({ field, fault: kind, maximum });
export const result = (outcome: MonitoringOutcome): MonitoringResult => ({ outcome, faults: [] });
export const invalid = (...faults: readonly MonitoringFault[]): MonitoringResult => ({ outcome: 'INVALID', faults });
