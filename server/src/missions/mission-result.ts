/** What came of preparing a mission or a leg. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MissionFault } from './mission-fault.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; TOO_LATE when it stands
 * where this is not done any more, or not yet; GONE is also said of what is not for who asks.
 */
export const MissionOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type MissionOutcome = keyof typeof MissionOutcome;

export interface MissionResult {
  readonly outcome: MissionOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly MissionFault[];
}

/** The same text in some languages. */
export type InLanguages = readonly { readonly locale: Locale; readonly text: string }[];

export const result = (outcome: MissionOutcome, faults: readonly MissionFault[] = []): MissionResult => ({ outcome, faults });
export const invalid = (...faults: readonly MissionFault[]): MissionResult => result('INVALID', faults);
