/**
 * Ways to take a part out of a plan (Shaw 1998; Pisinger and Ropke 2010): meetings that are near in time, a stop, its hours, its place in the order, somebody of the team. Each gives a script and says which stops are open;
 * null where it has nothing to take out. What is put in instead is a matter of `repair.ts`.
 */
import type { Chance } from '../../engine/random.ts';
import type { Departure } from '../model/departures.ts';
import type { Model } from '../model/model.ts';
import { isTeam } from '../model/needed.ts';
import type { Ways } from '../model/ways-alone.ts';
import type { Going } from '../teams/crews.ts';
import { departureBetween, type Ruined } from './repair.ts';
import type { Script, Stop } from './script.ts';

export interface Ruins {
  readonly model: Model;
  readonly chance: Chance;
  readonly ways: Ways;
  /** Everybody who may go, with as what. */
  readonly candidates: readonly Going[];
  /** Who has to go. */
  readonly must: ReadonlySet<string>;
  readonly largest: number;
}

export type Ruin = (script: Script, about: Ruins) => Ruined | null;

/** Meetings of a stop that go at once, at most. */
const MOST_OUT = 5;
/** The longest time, in minutes, of which all meetings go. */
const LONGEST = 2_880;
/** Ways to the first stop that are drawn from. */
const WAYS = 8;

const openAt = (...stops: readonly number[]): Ruined['isOpen'] => (stop) => stops.includes(stop);
const withStops = (script: Script, stops: readonly Stop[]): Script => ({ ...script, stops });
/** When all are at a stop. */
const comesAt = ({ model }: Ruins, { by }: Stop): number => by?.arrives ?? model.from;
const goesAt = ({ model }: Ruins, stops: readonly Stop[], n: number): number => stops[n + 1]?.by?.at ?? model.until;

/** Some meetings of a stop, one after the other in time; what is open then. */
const taken = (opens: (stop: number) => Ruined['isOpen']): Ruin => (script, { chance }) => {
  const held = script.stops.flatMap(({ visits }, n) => visits.map(() => n));
  if (held.length === 0) return null;
  const at = held[chance.below(held.length)]!;
  const { visits } = script.stops[at]!;
  const count = 1 + chance.below(Math.min(MOST_OUT, visits.length));
  const first = chance.below(visits.length - count + 1);
  return { script: withStops(script, script.stops.map((stop, n) => (n === at ? { ...stop, visits: visits.filter((_, m) => m < first || m >= first + count) } : stop))), from: at, isOpen: opens(at) };
};

const someMeetings = taken((stop) => openAt(stop));
/** Nothing is put in instead. */
const fewerMeetings = taken(() => () => false);

/** All meetings of some time, wherever. */
const someTime: Ruin = (script, { model, chance }) => {
  const length = 240 + chance.below(LONGEST);
  const from = model.from + chance.below(Math.max(1, model.until - model.from - length));
  const isIn = ({ at }: { readonly at: number }): boolean => at >= from && at < from + length;
  const changed = script.stops.flatMap(({ visits }, n) => (visits.some(isIn) ? [n] : []));
  if (changed.length === 0) return null;
  return { script: withStops(script, script.stops.map((stop) => ({ ...stop, visits: stop.visits.filter((visit) => !isIn(visit)) }))), from: changed[0]!, isOpen: openAt(...changed) };
};

/** Another departure of the same way, before or after. */
const otherHour: Ruin = (script, about) => {
  const { stops } = script;
  const at = 1 + about.chance.below(Math.max(1, stops.length - 1));
  if (at >= stops.length) return null;
  const { by, place } = stops[at]!;
  const other = departureBetween(about.model, about.chance, { from: by!.from, to: place, after: comesAt(about, stops[at - 1]!), before: goesAt(about, stops, at) });
  if (!other || other === by) return null;
  return { script: withStops(script, stops.with(at, { ...stops[at]!, by: other })), from: at - 1, isOpen: openAt(at - 1, at) };
};

/** By when the next of some stops is reached at most: a share of the time that is left, by chance, so that those that come after it have some, too. */
const shareOf = ({ chance }: Ruins, { at, until, left }: { readonly at: number; readonly until: number; readonly left: number }): number => at + (until - at) * ((1 + chance.next()) / (left + 1));

/** Stops from one on, by new journeys through these places; the meetings of each place go with it. Undefined where no journeys are found. */
function through(about: Ruins, before: Stop, places: readonly Stop[], next: Stop | undefined): readonly Stop[] | undefined {
  const [found, until]: [Stop[], number] = [[], next ? next.by!.arrives : about.model.until];
  let [at, from] = [comesAt(about, before), before.place];
  for (const [n, stop] of places.entries()) {
    const way = { from, to: stop.place, after: at };
    const by = departureBetween(about.model, about.chance, { ...way, before: shareOf(about, { at, until, left: places.length - n }) }) ?? departureBetween(about.model, about.chance, { ...way, before: until });
    if (!by) return undefined;
    found.push({ ...stop, by });
    [at, from] = [by.arrives, stop.place];
  }
  return next ? onward(about, found, { at, from, next }) : found;
}

/** On to the stop that comes next: by its own journey, where that can be. */
function onward(about: Ruins, found: readonly Stop[], { at, from, next }: { readonly at: number; readonly from: number; readonly next: Stop }): readonly Stop[] | undefined {
  if (from === next.place) return undefined;
  const { by: own, place } = next;
  const by = from === own!.from && at <= own!.at ? own : departureBetween(about.model, about.chance, { from, to: place, after: at, before: own!.arrives });
  return by ? [...found, { ...next, by }] : undefined;
}

/** The stops between two others, in another way. */
function rerouted(script: Script, about: Ruins, { first, count, places }: { readonly first: number; readonly count: number; readonly places: readonly Stop[] }): Ruined | null {
  const { stops } = script;
  if (first < 1 || first + count > stops.length) return null;
  const next = stops[first + count];
  const instead = through(about, stops[first - 1]!, places, next);
  if (!instead) return null;
  const changed = Array.from({ length: instead.length + 1 }, (_, n) => first - 1 + n);
  return { script: withStops(script, [...stops.slice(0, first), ...instead, ...stops.slice(first + count + (next ? 1 : 0))]), from: first - 1, isOpen: openAt(...changed) };
}

/** Without a stop. */
const withoutStop: Ruin = (script, about) => (script.stops.length < 3 ? null : rerouted(script, about, { first: 1 + about.chance.below(script.stops.length - 1), count: 1, places: [] }));

/** With a stop more, where something is left to be held. */
const oneStopMore: Ruin = (script, about) => {
  const { model, chance } = about;
  const held = new Set(script.stops.flatMap(({ visits }) => visits.map(({ task }) => task)));
  const places = model.tasks.flatMap(({ index, place, starts }) => (held.has(index) || starts.length === 0 ? [] : [place]));
  if (places.length === 0) return null;
  return rerouted(script, about, { first: 1 + chance.below(script.stops.length), count: 0, places: [{ place: places[chance.below(places.length)]!, by: null, visits: [] }] });
};

/** Two or three stops in another order. */
const otherOrder: Ruin = (script, about) => {
  const { chance } = about;
  const count = 2 + chance.below(2);
  if (script.stops.length < count + 1) return null;
  const first = 1 + chance.below(script.stops.length - count);
  const some = script.stops.slice(first, first + count);
  return rerouted(script, about, { first, count, places: count === 2 || chance.next() < 0.5 ? some.toReversed() : [...some.slice(1), some[0]!] });
};

/** The same stops between two others at other hours. */
const otherHours: Ruin = (script, about) => {
  const { chance } = about;
  const count = 1 + chance.below(3);
  if (script.stops.length < count + 1) return null;
  const first = 1 + chance.below(script.stops.length - count);
  return rerouted(script, about, { first, count, places: script.stops.slice(first, first + count) });
};

/** How somebody comes to the first stop: as others who begin where they do, or by some way. */
function joinOf({ model, ways, chance }: Ruins, { going, joins, stops }: Script, { person }: Going, isNew = false): readonly Departure[] | undefined {
  const [start, place] = [model.placeIndex.get(person.startPlaceId)!, stops[0]!.place];
  if (start === place) return [];
  const like = going.findIndex((one) => one.person.startPlaceId === person.startPlaceId);
  if (!isNew && like >= 0) return joins[like]!;
  const all = ways(start, place, model.from).filter((way) => way.length > 0);
  return all[chance.below(Math.max(1, Math.min(WAYS, all.length)))];
}

/** With another team; null where it is not what is needed. What everybody does is asked anew. */
function withTeam(about: Ruins, script: Script, isOpen: boolean): Ruined | null {
  return isTeam(about.model.problem, script.going) ? { script, from: 0, isOpen: () => isOpen } : null;
}

/** Somebody who does not go. */
function drawn({ candidates, chance }: Ruins, { going }: Script): Going | undefined {
  const others = candidates.filter(({ person }) => !going.some((one) => one.person === person));
  return others[chance.below(Math.max(1, others.length))];
}

/** Of how often somebody else is drawn, how often everything is open then. */
const OPENS = 0.3;

/** Somebody else instead of one of the team. */
const otherPerson: Ruin = (script, about) => {
  const { going, joins } = script;
  const [place, one] = [about.chance.below(going.length), drawn(about, script)];
  const join = one && joinOf(about, script, one);
  if (!join || about.must.has(going[place]!.person.id)) return null;
  return withTeam(about, { ...script, going: going.with(place, one), joins: joins.with(place, join) }, about.chance.next() < OPENS);
};

/** One more. */
const onePersonMore: Ruin = (script, about) => {
  const one = script.going.length < about.largest ? drawn(about, script) : undefined;
  const join = one && joinOf(about, script, one);
  return join ? withTeam(about, { ...script, going: [...script.going, one], joins: [...script.joins, join] }, true) : null;
};

/** What everybody attends, once one of the team does not go. */
const attendsWithout = (attends: number, gone: number): number => (attends & ((1 << gone) - 1)) | ((attends >> (gone + 1)) << gone);

/** One less. */
const withoutPerson: Ruin = (script, about) => {
  const { going, joins, stops } = script;
  const gone = about.chance.below(going.length);
  if (going.length < 2 || about.must.has(going[gone]!.person.id)) return null;
  const left = stops.map((stop) => ({ ...stop, visits: stop.visits.map((visit) => ({ ...visit, attends: attendsWithout(visit.attends, gone) })) }));
  return withTeam(about, { going: going.toSpliced(gone, 1), joins: joins.toSpliced(gone, 1), stops: left }, about.chance.next() < OPENS);
};

/** Those who come to the first stop come by another way. */
const otherBeginning: Ruin = (script, about) => {
  const { going, joins } = script;
  if (joins.every(({ length }) => length === 0)) return null;
  const one = going[about.chance.below(going.length)]!;
  const way = joinOf(about, script, one, true);
  if (!way || way.length === 0) return null;
  return { script: { ...script, joins: joins.map((join, n) => (going[n]!.person.startPlaceId === one.person.startPlaceId ? way : join)) }, from: 0, isOpen: openAt(0) };
};

/** All of them. */
export const RUINS: readonly Ruin[] = [someMeetings, someTime, otherHour, otherHours, withoutStop, oneStopMore, otherOrder, otherPerson, onePersonMore, withoutPerson, otherBeginning];
/** And those that only make it cheaper. */
export const SPARING: readonly Ruin[] = [...RUINS, fewerMeetings];
