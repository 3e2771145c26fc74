/** Departures of a link that are near to each other, taken for one. */
import { type Departure, shiftedTo } from './departures.ts';

/** It leaves with the last of them, after a stay that ends with the first, and arrives with the first: no departure of them does better. */
export interface Bunch {
  readonly at: number;
  readonly first: Departure;
  readonly last: Departure;
  /** What a seat costs at least. */
  readonly fare: number;
}

/** Of links that leave at any minute, those are taken for one that leave within an hour, on one day: within less, where the first would arrive before the last leaves. */
export const ALIKE = 60;

interface Open {
  at: number;
  first: Departure;
  last: Departure;
  fare: number;
}

const isAlike = ({ first }: Open, one: Departure): boolean =>
  one.isAnyMinute && one.at - first.at < ALIKE && one.at < first.arrives && one.day === first.day && one.arrivalDay === first.arrivalDay;

/** Of the departures of a place in their order. */
export function bunchesOf(list: readonly Departure[]): readonly Bunch[] {
  const [open, bunches] = [new Map<string, Open>(), [] as Open[]];
  for (const one of list) {
    // The links of a matrix have one name.
    const link = `${one.travelId} ${one.to}`;
    const before = open.get(link);
    const last = shiftedTo(one, one.at + one.spread);
    if (before && isAlike(before, last)) before.last = last;
    else {
      const bunch = { at: one.at, first: one, last, fare: one.seats === null ? one.fare : Math.floor(one.fare / one.seats) };
      open.set(link, bunch);
      bunches.push(bunch);
    }
  }
  return bunches;
}
