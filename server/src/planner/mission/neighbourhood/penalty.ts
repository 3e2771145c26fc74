/**
 * What it costs in the first level to be above limits, while plans are looked for that may be: the price rises while plans are, and falls while they are not, so that the search goes to and fro across the limits
 * (strategic oscillation: Glover 1977; penalties that follow: Gendreau, Hertz and Laporte 1994).
 */
import type { Value } from '@passerelle/shared/planning.ts';
import type { Whole } from '../labels/finish.ts';
import type { Model } from '../model/model.ts';

/** Of money, and of nights away of all together; null for as many as one likes. */
export interface Within {
  readonly limits: Model['limits'];
  readonly maxNights: number | null;
}

export interface Penalty {
  /** The value of a plan, less what it exceeds limits by. */
  of(whole: Whole): Value;
  /** Whether a plan is within all limits; the price follows. */
  learn(whole: Whole): boolean;
}

/** At first a plan that is twice a limit pays so many times what the one brings with which it begins. */
const DEAR = 2;
const STEP = 1.02;

/** What a plan has above a limit, as a share of it. */
const over = (amount: number, most: number): number => Math.max(0, amount - most) / Math.max(1, most);

function excessOf({ money, nights }: Whole, { limits, maxNights }: Within): number {
  return limits.reduce((sum, { kinds, cents }) => sum + over(kinds.reduce((all, kind) => all + money[kind]!, 0), cents), maxNights === null ? 0 : over(nights, maxNights));
}

/** Where less than this share of each limit is used, and more than that of what is possible is had, none is in the way. */
const [LOOSE, GOOD] = [0.95, 0.8];

/** Whether a plan that was found within limits might have been better without; `most`: what the first level cannot exceed. */
export const isTight = ({ money, nights, value }: Whole, { limits, maxNights }: Within, most: number): boolean =>
  value[0]! < GOOD * most || (maxNights !== null && nights > LOOSE * maxNights) || limits.some(({ kinds, cents }) => kinds.reduce((all, kind) => all + money[kind]!, 0) > LOOSE * cents);

export const isWithin = (whole: Whole, within: Within): boolean => excessOf(whole, within) === 0;

/** From what a plan brings. */
export function penaltyOf(within: Within, begun: Whole): Penalty {
  let price = DEAR * Math.max(1, Math.abs(begun.value[0]!));
  return {
    of: (whole) => [whole.value[0]! - price * excessOf(whole, within), ...whole.value.slice(1)],
    learn(whole) {
      const isIn = isWithin(whole, within);
      price *= isIn ? 1 / STEP : STEP;
      return isIn;
    },
  };
}
