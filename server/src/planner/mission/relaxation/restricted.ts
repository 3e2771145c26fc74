/** A way of the relaxation as something to follow. */
import type { Route } from '../labels/follow.ts';
import type { Time } from '../model/at-once.ts';
import type { Departure } from '../model/departures.ts';
import { type Model, type Task, withHours } from '../model/model.ts';
import type { Node } from './timetable.ts';
import { has, type Ridden } from './way.ts';

/** The same model with the journeys alone that a way takes, and those by which people come to its beginning, and go home; what it holds may be held in its places alone as it does. */
export function alongWay(model: Model, way: Ridden, held: readonly Task[]): { readonly model: Model; readonly route: Route } {
  const [taken, starts] = [new Set<Departure>(), model.tasks.map((): readonly number[] => [])];
  const mayHold = (task: Task, from: number, until: number): void => { starts[task.index] = task.starts.filter((at) => at >= from && at + task.meeting.serviceMinutes <= until); };
  for (const task of held) mayHold(task, way.node.at, Infinity);
  let first: Ridden = way;
  for (; first.before; first = first.before) {
    taken.add(first.by!);
    for (const task of model.tasks) if (has(first, task) && !has(first.before, task)) mayHold(task, first.before.node.at, first.by!.at + first.by!.spread);
  }
  const [from, to] = endsOf(model);
  const isOwn = (one: Departure): boolean => (from.has(one.from) && one.to === first.node.place) || (one.from === way.node.place && to.has(one.to));
  const over = held.map(({ index, meeting }) => (starts[index]![0] ?? way.node.at) + meeting.serviceMinutes + model.places[way.node.place]!.buffer);
  const tasks = model.tasks.map((task, n) => (starts[n] === task.starts ? task : withHours(task, starts[n]!)));
  return { route: { place: first.node.place, legs: [...taken].reverse(), from: first.node.at, until: Math.max(way.node.at, ...over) }, model: { ...model, tasks, departures: model.departures.map((list) => list.filter((one) => taken.has(one) || isOwn(one))) } };
}

/** The same model, in which all come to a place in time for when it begins to be their first one, and not before they need to. */
export function comingAt(model: Model, { place, at }: Node): Model {
  return { ...model, departures: latestTo(model, place, at).map(({ list, latest }) => list.filter((one) => one.to !== place || one.arrives === latest || one.at >= at)) };
}

/** Where departures at any minute are many, all come to the beginning of a way for it alone, as late as they may. */
export function comingFor(model: Model, way: Ridden): Model {
  if (model.spread === 0) return model;
  const legs = new Set<Departure>();
  let first: Ridden = way;
  for (; first.before; first = first.before) legs.add(first.by!);
  const { place, at } = first.node;
  return { ...model, departures: latestTo(model, place, at).map(({ list, latest }) => list.filter((one) => one.to !== place || one.arrives === latest || legs.has(one))) };
}

/** By place, its departures, and when the last of them for another one arrives by a time. */
const latestTo = ({ departures }: Model, place: number, at: number): readonly { readonly list: readonly Departure[]; readonly latest: number }[] =>
  departures.map((list) => ({ list, latest: list.reduce((last, one) => (one.to === place && one.arrives <= at ? Math.max(last, one.arrives) : last), -Infinity) }));

/** The same model with the journeys and the hours of meetings of some time alone. */
export function during(model: Model, { from, until }: Time): Model {
  const tasks = model.tasks.map((task) => withHours(task, task.starts.filter((at) => at >= from && at + task.meeting.serviceMinutes <= until)));
  return { ...model, tasks, departures: model.departures.map((list) => list.filter(({ at, arrives }) => at >= from && arrives <= until)) };
}

/** The same model with the links alone that a way takes, from place to place: where people join late and leave early the journeys of a party are not those of everybody. */
export function alongLinks(model: Model, way: Ridden): Model {
  const links = new Set<number>();
  let first: Ridden = way;
  for (; first.before; first = first.before) links.add(first.before.node.place * model.places.length + first.node.place);
  const [from, to] = endsOf(model);
  const isOwn = (one: Departure): boolean => to.has(one.to) || (from.has(one.from) && one.to === first.node.place);
  return { ...model, departures: model.departures.map((list) => list.filter((one) => links.has(one.from * model.places.length + one.to) || isOwn(one))) };
}

/** Where anybody begins, and ends. */
const endsOf = ({ problem: { persons }, placeIndex }: Model): readonly [ReadonlySet<number>, ReadonlySet<number>] => [new Set(persons.map(({ startPlaceId }) => placeIndex.get(startPlaceId)!)), new Set(persons.map(({ endPlaceId }) => placeIndex.get(endPlaceId)!))];
