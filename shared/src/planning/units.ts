/**
 * Of what everything in a problem is made. All numbers are safe integers; ids are texts that mean nothing but themselves; the order of an array means nothing,
 * but where the type says that it is a way: a plan's journeys, the countries of a service, the places of a pin ORDER, the rows of a matrix.
 */

/** Whole minutes since 1970-01-01T00:00Z. */
export type Instant = number;

/** A day of the calendar: `2027-11-08`. */
export type Day = string;

/** What a clock on the wall shows, in minutes since midnight: 0 to 1440, where 1440 is the midnight that ends the day. */
export type LocalMinute = number;

/** Hundredths of a euro, where nothing else is said. */
export type Cents = number;

export type Id = string;

/** From where something is known, when somebody looked, and whether anybody has verified it. */
export interface Source {
  readonly text: string;
  readonly url: string | null;
  /** Null while nobody has looked. */
  readonly checkedOn: Day | null;
  readonly isVerified: boolean;
}

/** A rule, a rate or an offer: in force on the local days from `validFrom` to `validUntil`, both counted; null has no end. */
export interface Dated {
  readonly id: Id;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly source: Source;
}
