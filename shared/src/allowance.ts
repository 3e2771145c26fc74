/**
 * What a rule gives somebody who stays somewhere: so much of the daily rate for a night, a midday meal and an evening meal. All hours are those of the clocks of the
 * place, as a wall shows them, so that no change of the clocks moves anything. Cents are integers, shares are in per mille, and exchange is in millionths of a euro.
 */

/** A share of the daily rate, and the hours on which it depends: `12:00`. */
export interface Window {
  readonly permille: number;
  readonly from: string;
  readonly until: string;
}

/** A rule as it is in force. `isNightWhole`: whether somebody has to be there during all of the hours of a night, or during a part of them. Meals need all of them. */
export interface AllowanceRule {
  readonly night: Window;
  readonly isNightWhole: boolean;
  readonly lunch: Window;
  readonly dinner: Window;
}

/** From when to when somebody is somewhere, as the clocks there show it (`2027-11-08T09:30`), and what the host provides. */
export interface Stay {
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly isLodgingProvided: boolean;
  readonly lunchesProvided: number;
  readonly dinnersProvided: number;
}

/** The days (`2027-11-08`) of which something is given, in their order; a night is that of the day on which it ends. */
export interface Counted {
  readonly nights: readonly string[];
  readonly lunches: readonly string[];
  readonly dinners: readonly string[];
}

const DAY = 86_400_000;

/** The days from one to another, both counted. */
export function daysFrom(first: string, last: string): string[] {
  const start = Date.parse(`${first}T00:00Z`);
  return Array.from({ length: Math.max(0, Math.round((Date.parse(`${last}T00:00Z`) - start) / DAY) + 1) }, (_, n) => new Date(start + n * DAY).toISOString().slice(0, 10));
}

/**
 * The nights and meals of a stay that a rule counts. Who arrives on the minute is there in time. What the host provides is taken from the first meals; where the host
 * provides the lodging no night is counted.
 */
export function countedDays({ arrivesAt, leavesAt, isLodgingProvided, lunchesProvided, dinnersProvided }: Stay, { night, isNightWhole, lunch, dinner }: AllowanceRule): Counted {
  const days = daysFrom(arrivesAt.slice(0, 10), leavesAt.slice(0, 10));
  const isAll = ({ from, until }: Window) => (day: string): boolean => arrivesAt <= `${day}T${from}` && leavesAt >= `${day}T${until}`;
  const isPart = ({ from, until }: Window) => (day: string): boolean => arrivesAt < `${day}T${until}` && leavesAt > `${day}T${from}`;
  return {
    nights: isLodgingProvided ? [] : days.filter((isNightWhole ? isAll : isPart)(night)),
    lunches: days.filter(isAll(lunch)).slice(lunchesProvided),
    dinners: days.filter(isAll(dinner)).slice(dinnersProvided),
  };
}

/** How many nights and meals are counted. */
export interface Quantity {
  readonly nights: number;
  readonly lunches: number;
  readonly dinners: number;
}

/** How much of the daily rate that is, in per mille. */
export function shareOf({ nights, lunches, dinners }: Quantity, { night, lunch, dinner }: AllowanceRule): number {
  return nights * night.permille + lunches * lunch.permille + dinners * dinner.permille;
}

/** A euro has so many millionths. */
export const MICROS = 1_000_000;

/**
 * A share in per mille of an amount in cents of a currency, in cents of euros: rounded once, at the end, a half upwards. `micros`: what a unit of the currency is worth, in
 * millionths of a euro.
 */
export function eurosOf(cents: number, permille: number, micros: number = MICROS): number {
  const [parts, whole] = [BigInt(cents) * BigInt(permille) * BigInt(micros), 1_000n * BigInt(MICROS)];
  return Number((2n * parts + whole) / (2n * whole));
}
