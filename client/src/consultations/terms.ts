import { CONSULT_DAYS } from '@passerelle/shared/consultDays.ts';

/** How posts are consulted. */
export interface Terms {
  days: number;
  silenceAgrees: boolean;
}

/** As the form begins. */
export const usualTerms = (): Terms => ({ days: CONSULT_DAYS.usual, silenceAgrees: true });

/** Whether a number of days that was typed can be sent. */
export const areDays = (days: unknown): boolean => Number.isInteger(days) && Number(days) >= CONSULT_DAYS.least && Number(days) <= CONSULT_DAYS.most;
