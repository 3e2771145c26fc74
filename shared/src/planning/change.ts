import type { Pin, TimeWindow } from './problem.ts';
import type { Cents, Day, Id, Instant } from './units.ts';

/** What only allows more: each plan that was valid stays valid, with the same value. Ids of what is added are drawn by whoever proposes it. */
export type Relaxation =
  | { readonly change: 'RAISE_LIMIT'; readonly limitId: Id; readonly by: Cents }
  | { readonly change: 'RAISE_NIGHTS' | 'MORE_PARTIES' | 'MORE_COUNTRIES' | 'LARGER_TEAM'; readonly by: number }
  | { readonly change: 'EXTEND_PERIOD'; readonly edge: 'START' | 'END'; readonly minutes: number }
  | { readonly change: 'ADD_WINDOW'; readonly meetingId: Id; readonly window: TimeWindow }
  | { readonly change: 'FREE_PERSON'; readonly personId: Id; readonly from: Instant; readonly until: Instant }
  | { readonly change: 'MORE_DAYS_AWAY'; readonly personId: Id; readonly by: number }
  | { readonly change: 'ADMIT_PERSON'; readonly personId: Id }
  | { readonly change: 'OFFER_SERVICE'; readonly travelId: Id }
  | { readonly change: 'ALLOW_INTERPRETER'; readonly meetingId: Id; readonly needId: Id }
  | { readonly change: 'LOWER_NEED'; readonly needId: Id; readonly by: number }
  | { readonly change: 'DROP_PIN'; readonly pinId: Id }
  | { readonly change: 'MAKE_OPTIONAL'; readonly meetingId: Id }
  | { readonly change: 'EXCUSE_DAY_OFF'; readonly meetingId: Id; readonly day: Day; readonly reason: Id };

/** ADD_PIN restricts: with IN it is “at the price of what it displaces”. */
export type Change = Relaxation | { readonly change: 'ADD_PIN'; readonly pin: Pin };

/**
 * How dear a change is to people, in points: `base` + `perUnit` × amount / `unit`, rounded up. Units: cents, minutes, or one. Visible, and editable; what has no effort is never
 * proposed.
 */
export interface Effort {
  readonly change: Change['change'];
  readonly base: number;
  readonly perUnit: number;
  readonly unit: number;
}

/** How much a change changes, in the units of its effort: cents, minutes, or a number; 1 where there is nothing to count. */
export function amountOf(change: Change): number {
  if ('by' in change) return change.by;
  if (change.change === 'EXTEND_PERIOD') return change.minutes;
  return change.change === 'FREE_PERSON' ? change.until - change.from : 1;
}

/** What a change costs in points; undefined where the problem has no effort for it. */
export function priceOf(efforts: readonly Effort[], change: Change): number | undefined {
  const effort = efforts.find((one) => one.change === change.change);
  return effort && effort.base + effort.perUnit * Math.ceil(amountOf(change) / effort.unit);
}
