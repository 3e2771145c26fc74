/** What is left of a timetable where somebody is to make some journeys: whoever rides with them makes these, and none that keeps them from it. */
import type { Journey } from '@passerelle/shared/planning.ts';
import type { Departure } from './departures.ts';
import type { Model } from './model.ts';

/** Of a journey: until when one may be in each place to be in time for it, and from when on one can be there after it. */
interface Passing {
  readonly until: readonly number[];
  readonly from: readonly number[];
}

function passingOf({ departures, places }: Model, journey: Departure): Passing {
  const all = departures.flat();
  const [until, from] = [places.map((_, place) => (place === journey.from ? journey.at : -Infinity)), places.map((_, place) => (place === journey.to ? journey.arrives : Infinity))];
  for (const one of all.toSorted((a, b) => b.at - a.at)) if (one.arrives <= until[one.to]!) until[one.from] = Math.max(until[one.from]!, one.at);
  for (const one of all.toSorted((a, b) => a.at - b.at)) if (one.at >= from[one.from]!) from[one.to] = Math.min(from[one.to]!, one.arrives);
  return { until, from };
}

/** The departure of a pinned journey; undefined where there is none. */
const departureOf = ({ departures, placeIndex }: Model, { travelId, from, to, departsAt }: Journey): Departure | undefined =>
  departures[placeIndex.get(from)!]?.find((one) => one.travelId === travelId && one.to === placeIndex.get(to) && one.at === departsAt);

/**
 * The same model with those departures alone that are pinned, or in time for each journey that all are to make of whom one is pinned, or after it: where a party is to make them, nearly only its plans are left. Others may have gone
 * by other ways: nothing is proved by it.
 */
export function alongPins(model: Model): Model {
  const pinned = model.journeyPins.flatMap(({ personId, journey }) => {
    const departure = departureOf(model, journey);
    return departure ? [{ personId, departure }] : [];
  });
  const makers = Map.groupBy(pinned, ({ departure }) => departure);
  const all = new Set(pinned.map(({ personId }) => personId)).size;
  const passings = [...makers].filter(([, of]) => of.length === all).map(([departure]) => passingOf(model, departure));
  const isKept = (one: Departure): boolean => makers.has(one) || passings.every(({ until, from }) => one.arrives <= until[one.to]! || one.at >= from[one.from]!);
  return { ...model, departures: model.departures.map((list) => list.filter(isKept)) };
}
