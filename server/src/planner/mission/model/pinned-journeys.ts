/** What is left of a timetable where somebody is to make some journeys: whoever rides with them makes these, and none that keeps them from it. */
import type { Journey } from '@passerelle/shared/planning.ts';
import type { Departure } from './departures.ts';
import { earliestOf, latestOf } from './earliest-arrivals.ts';
import type { Model } from './model.ts';

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
  const passings = [...makers].filter(([, of]) => of.length === all).map(([{ from, to, at, arrives }]) => ({ until: latestOf(model.departures, [from], at), from: earliestOf(model.departures, [to], arrives) }));
  const isKept = (one: Departure): boolean => makers.has(one) || passings.every(({ until, from }) => one.arrives <= until[one.to]! || one.at >= from[one.from]!);
  return { ...model, departures: model.departures.map((list) => list.filter(isKept)) };
}
