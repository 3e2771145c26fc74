/** What can be wrong with what is sent of slots, and what came of it. */
import { names } from '../core/names.ts';

export const SlotField = names('MEETING', 'NAME', 'EMAIL', 'ANSWERS_UNTIL', 'OVERRIDE', 'SLOTS', 'REMARK', 'PROPOSALS');
export type SlotField = keyof typeof SlotField;

export const SlotFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'REPEATED', 'NOT_AFTER', 'PAST', 'AFTER_START', 'NOT_HERE', 'OFFERED', 'OUTSIDE', 'OUTSIDE_WINDOWS', 'DAY_OFF', 'BUSY', 'AWAY', 'ORDER', 'PLACE');
export type SlotFaultKind = keyof typeof SlotFaultKind;

export interface SlotFault {
  readonly field: SlotField;
  readonly fault: SlotFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
  /** Which one of a list, from 0; null for all of it. */
  readonly at: number | null;
}

export const fault = (field: SlotField, kind: SlotFaultKind, { maximum = null, at = null }: { readonly maximum?: number | null; readonly at?: number | null } = {}): SlotFault => ({ field, fault: kind, maximum, at });

/**
 * What came of answering: INVALID with what is wrong; CONFLICT when it was answered otherwise since it was read; NOT_FREE for a slot that can no longer be, whatever the reason; TOO_LATE once it takes no answers; GONE for a link that
 * is nobody's.
 */
export const SlotOutcome = names('DONE', 'INVALID', 'CONFLICT', 'NOT_FREE', 'TOO_LATE', 'GONE');
export type SlotOutcome = keyof typeof SlotOutcome;
