/** What can be wrong with a part of a session that is prepared. */
import { names } from '../core/names.ts';

export const SessionPartField = names('TITLE', 'DAY', 'STARTS', 'ENDS', 'ROOM', 'TRAINERS', 'LOCALE', 'POSITION');
export type SessionPartField = keyof typeof SessionPartField;

export const SessionPartFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'OUT_OF_RANGE', 'SKIPPED', 'TWICE', 'NOT_AFTER', 'OUTSIDE', 'NOT_HERE', 'NO_WAY');
export type SessionPartFaultKind = keyof typeof SessionPartFaultKind;

export interface SessionPartFault {
  readonly field: SessionPartField;
  readonly fault: SessionPartFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: SessionPartField, kind: SessionPartFaultKind, maximum: number | null = null): SessionPartFault => ({ field, fault: kind, maximum });
