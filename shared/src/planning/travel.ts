import type { Cents, Dated, Day, Id, Instant, LocalMinute } from './units.ts';

/** The offsets of a zone, in minutes east of UTC from an instant on; before the first one that one counts. They stand in the problem, so that it means the same in ten years. */
export interface Zone {
  readonly id: Id;
  readonly offsets: readonly { readonly from: Instant; readonly minutes: number }[];
}

/** `weekday` 1 is Monday. Within a day: `from` < `until`. */
export interface WorkingHours {
  readonly weekday: number;
  readonly from: LocalMinute;
  readonly until: LocalMinute;
}

export interface DayOff extends Dated {
  readonly day: Day;
  readonly kind: 'HOLIDAY' | 'POST_CLOSED';
}

/** A calendar: where `workingHours` are null every minute is open, but of days off. `isAbstract`: no country of the world (a public instance); borders and laws do not concern it. */
export interface Country {
  readonly id: Id;
  readonly isAbstract: boolean;
  readonly workingHours: readonly WorkingHours[] | null;
  readonly daysOff: readonly DayOff[];
}

/** A city. `transferMinutes`: from one meeting to another in it; `bufferMinutes`: from arriving to a meeting, and from a meeting to departing. */
export interface Place {
  readonly id: Id;
  readonly countryId: Id;
  readonly zoneId: Id;
  readonly transferMinutes: number;
  readonly bufferMinutes: number;
}

/**
 * A link. It leaves on its `weekdays` (1 is Monday) of the clock at `from`, at some hours or at any minute between two; it arrives `minutes` later. `countries`: in whose a passport
 * is shown, from the country of `from` to that of `to` (a flight from Vienna to Pristina: AT, XK; the road from Belgrade to Pristina: RS, XK; within a country: that one alone).
 * `seats` null: `fareCents` are those of a person; otherwise of a vehicle with so many seats, which those share who leave with the same service at the same minute.
 * `isRest`: a night on it is no work (a sleeping car). `isOffered`: false where it exists, but nobody takes it unless somebody decides so (OFFER_SERVICE).
 */
export interface Service extends Dated {
  readonly type: 'SERVICE';
  readonly from: Id;
  readonly to: Id;
  readonly mode: 'FLIGHT' | 'TRAIN' | 'COACH' | 'ROAD';
  readonly minutes: number;
  readonly fareCents: Cents;
  readonly seats: number | null;
  readonly countries: readonly Id[];
  readonly weekdays: readonly number[];
  readonly departs: { readonly at: readonly LocalMinute[] } | { readonly first: LocalMinute; readonly last: LocalMinute };
  readonly isRest: boolean;
  readonly isOffered: boolean;
}

/**
 * At any minute, free of charge: `minutes[i][j]` from `placeIds[i]` to `placeIds[j]`, -1 where there is no link. All of its places are in one country, or in abstract ones.
 * It need not be metric: each of its journeys ends at a meeting that who travels attends there, or is their last one; otherwise passing a vertex unserved would be a short cut.
 */
export interface TravelMatrix {
  readonly type: 'MATRIX';
  readonly id: Id;
  readonly placeIds: readonly Id[];
  readonly minutes: readonly (readonly number[])[];
}

export type Travel = Service | TravelMatrix;
