import { CONSULT_DAYS } from '@passerelle/shared/consultDays.ts';

import { earlierFirst } from '../core/i18n/index.ts';

/** How posts are consulted. */
export interface Terms {
  days: number;
  silenceAgrees: boolean;
}

/** A leg as far as its post was consulted about it. */
interface ConsultedLeg {
  readonly consultation: { readonly askedOn: string; readonly ruleDays: number; readonly silenceAgrees: boolean } | null;
}

/** As the form begins: on the terms on which posts were consulted last, or on the usual ones. */
export function termsOf(legs: readonly ConsultedLeg[]): Terms {
  const [last] = legs.flatMap(({ consultation }) => consultation ?? []).toSorted((one, other) => earlierFirst(other.askedOn, one.askedOn));
  return last ? { days: last.ruleDays, silenceAgrees: last.silenceAgrees } : { days: CONSULT_DAYS.usual, silenceAgrees: true };
}

/** Whether a number of days that was typed can be sent. */
export const areDays = (days: unknown): boolean => Number.isInteger(days) && Number(days) >= CONSULT_DAYS.least && Number(days) <= CONSULT_DAYS.most;
