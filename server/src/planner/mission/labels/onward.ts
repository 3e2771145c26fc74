/**
 * What somebody has still to spend, and when they are home, at least, if some meetings are all to be held on the way: the cheapest and the fastest paths through the timetable (a network in time and of what is left to hold,
 * in the order of time: Pallottino and Scutellà 1998), the allowances of each stay counted, and rest after journeys (H10). Borders, the work of meetings and who attends are not asked: no party does better.
 */
import type { Person } from '@passerelle/shared/planning.ts';
import { ALIKE, type Bunch, bunchesOf } from '../model/bunches.ts';
import { firstFrom } from '../model/departures.ts';
import { isIn, keyOfSet, type Model, type Task } from '../model/model.ts';
import { indexFrom } from '../model/sorted.ts';
import { type Stays, staysOf } from '../model/stays.ts';

/** Cents, and an instant. ∞ where there is no way. */
export interface Least {
  readonly cents: number;
  readonly homeAt: number;
}

/** When work is a new duty, and by when that of the last one is over; ∞ where there was none. */
interface Duty {
  readonly rested: number;
  readonly dutyBy: number;
}

/** Where somebody is: since when, -∞ for all the time; from when on they can leave, and meetings can begin there, whoever holds them; what work they have done. */
export interface Standing extends Duty {
  readonly place: number;
  readonly arrived: number;
  readonly ready: number;
  readonly now: number;
}

export interface Onward {
  /** Null where that is too much to find out. */
  of(person: Person, standing: Standing, lo: number, hi: number): Least | null;
  readonly work: number;
}

/** So many journeys with what may be left after them are remembered, before no more is found out. */
const MOST = 300_000;
/** So many departures that are looked at are as much work as one thing that a search tries. */
export const QUICK = 20;

/** A meeting that can be held in a stay, and from when on those can leave who begin it as soon as may be. */
interface Leaving {
  readonly task: Task;
  readonly at: number;
}

const NOWHERE: Least = { cents: Infinity, homeAt: Infinity };

/** What all people share: the journeys, what is held where, and what is still allowed to be looked at. */
class Network {
  readonly model: Model;
  readonly bunches: readonly (readonly Bunch[])[];
  readonly tasksAt: readonly (readonly Task[])[];
  /** Null where no allowances are bounded: meals that hosts give take from them. */
  readonly stays: Stays | null;
  /** By place, what comes before all that is held there in an order of places. */
  private readonly earlier: readonly (readonly Task[])[];
  private readonly shortest: readonly number[];
  private readonly mostWork: number;
  /** Whether duties are asked: where rules follow each other, one who is no less rested may do less. */
  private readonly isRuled: boolean;
  work = 0;
  states = 0;

  constructor(model: Model, mostWork: number) {
    const { problem, places, tasks, orders, departures } = model;
    this.model = model;
    this.bunches = departures.map(bunchesOf);
    this.tasksAt = places.map((_, place) => tasks.filter((task) => task.place === place));
    this.stays = problem.allowances === null || problem.meetings.some(({ provides }) => provides !== null) ? null : staysOf(model, problem.persons);
    this.earlier = places.map((_, place) => tasks.filter((one) => orders.some((order) => order[one.place]! >= 0 && order[one.place]! < order[place]!)));
    this.shortest = departures.map((list) => list.reduce((least, one) => Math.min(least, one.isRest ? 0 : one.arrives - one.at), Infinity));
    this.isRuled = problem.workRules?.length === 1;
    // Time has to go on, or ways would go round for ever.
    this.mostWork = departures.some((list) => list.some(({ at, arrives }) => arrives <= at)) ? -1 : mostWork;
  }

  get isOver(): boolean {
    return this.work > this.mostWork || this.states > MOST;
  }

  leavings({ place, now }: Standing, lo: number, hi: number): Leaving[] {
    const { buffer } = this.model.places[place]!;
    return this.tasksAt[place]!.flatMap((task) => {
      if (!isIn(task, lo, hi) || this.earlier[place]!.some((one) => isIn(one, lo, hi))) return [];
      const begins = task.starts[indexFrom(task.starts, now)];
      return begins === undefined ? [] : [{ task, at: begins + task.meeting.serviceMinutes + buffer }];
    });
  }

  /** The journeys from a place that one who is ready at a time can take, in their order. */
  *bunchesFrom(place: number, ready: number): Generator<Bunch> {
    const list = this.bunches[place]!;
    for (let n = firstFrom(list, ready - Math.max(ALIKE, this.model.spread)); n < list.length; n += 1) if (list[n]!.last.at >= ready) yield list[n]!;
  }

  /** Whether all that is left is held in a place. */
  isLast(place: number, lo: number, hi: number): boolean {
    return this.tasksAt[place]!.reduce((left, task) => left & ~task.lo, lo) === 0 && this.tasksAt[place]!.reduce((left, task) => left & ~task.hi, hi) === 0;
  }

  /** After a journey; null where it would be too much for a duty. */
  rides({ rested, dutyBy }: Duty, { first: { arrives, to, day, arrivalDay, isRest }, last: { at } }: Bunch): Duty | null {
    if (!this.isRuled || isRest) return { rested, dutyBy };
    const [begun, ended] = [this.model.ruleOn(day), this.model.ruleOn(arrivalDay)];
    if (!begun || !ended) return null;
    const by = at >= rested ? at + begun.maxDutyMinutes : dutyBy;
    // What is left of a duty is nothing where no journey fits in.
    return arrives <= by ? { rested: arrives + ended.minRestMinutes, dutyBy: by < arrives + this.shortest[to]! ? -Infinity : by } : null;
  }

  keyOf({ rested, dutyBy }: Duty): number {
    const { from, until } = this.model;
    // Before and after the period all instants are alike.
    const within = (at: number): number => Math.min(Math.max(at, from - 1), until + 1) - from + 1;
    return within(rested) * (until - from + 3) + within(dutyBy);
  }
}

/** All that people of one kind can do: who set out, live and are lodged alike. */
class Paths {
  private readonly network: Network;
  private readonly start: number;
  private readonly end: number;
  private readonly lodged: ReadonlySet<number>;
  private readonly known = new Map<number | string, Map<Bunch, Map<number, Least>>>();

  constructor(network: Network, { startPlaceId, endPlaceId, lodgedAt }: Person) {
    const { placeIndex } = network.model;
    this.network = network;
    this.start = placeIndex.get(startPlaceId)!;
    this.end = placeIndex.get(endPlaceId)!;
    this.lodged = new Set(lodgedAt.map((id) => placeIndex.get(id)!));
  }

  /** From a place on. At the last one those who attend nothing more may go home at once. */
  least(standing: Standing, lo: number, hi: number): Least {
    const { network, end } = this;
    const { place, arrived, ready } = standing;
    const isLast = network.isLast(place, lo, hi);
    const mine = isLast ? [] : network.leavings(standing, lo, hi);
    let { cents, homeAt } = isLast && place === end ? { cents: 0, homeAt: arrived } : NOWHERE;
    for (const bunch of network.bunchesFrom(place, ready)) {
      const stay = this.stay(standing, bunch);
      // Whoever stays longer is given no less.
      if (stay >= cents && bunch.at >= homeAt) break;
      network.work += 1;
      const duty = network.rides(standing, bunch);
      if (duty === null) continue;
      if (network.isOver) return NOWHERE;
      const next = this.after(bunch, duty, ...(isLast ? [0, 0] as const : restOf(mine, bunch, [lo, hi])));
      cents = Math.min(cents, stay + next.cents + bunch.fare);
      homeAt = Math.min(homeAt, next.homeAt);
    }
    return { cents, homeAt };
  }

  /** What a stay gives that ends with a journey. */
  private stay({ place, arrived, ready }: Standing, { at }: Bunch): number {
    const { stays } = this.network;
    if (!stays || arrived === -Infinity || place === this.start || place === this.end) return 0;
    return stays.centsOf(place, arrived, Math.max(ready, at), { isLodged: this.lodged.has(place), meal: null });
  }

  private after(bunch: Bunch, duty: Duty, lo: number, hi: number): Least {
    const [set, key] = [keyOfSet(lo, hi), this.network.keyOf(duty)];
    const ofSet = this.known.get(set) ?? new Map<Bunch, Map<number, Least>>();
    this.known.set(set, ofSet);
    const found = ofSet.get(bunch) ?? new Map<number, Least>();
    ofSet.set(bunch, found);
    let least = found.get(key);
    if (!least) {
      const { to, arrives } = bunch.first;
      least = this.least({ place: to, arrived: arrives, ready: arrives, now: arrives + this.network.model.places[to]!.buffer, ...duty }, lo, hi);
      found.set(key, least);
      this.network.states += 1;
    }
    return least;
  }
}

/** What is left to hold when somebody leaves. */
function restOf(mine: readonly Leaving[], { last }: Bunch, [lo, hi]: readonly [number, number]): readonly [number, number] {
  let rest = [lo, hi] as const;
  for (const { task, at } of mine) if (at <= last.at) rest = [rest[0] & ~task.lo, rest[1] & ~task.hi];
  return rest;
}

/** `mostWork`: departures that are looked at, of all people and all that may be left. */
export function onwardOf(model: Model, mostWork: number): Onward {
  const network = new Network(model, mostWork);
  const [kinds, paths] = [new Map<string, Paths>(), new Map<Person, Paths>()];
  const pathsOf = (person: Person): Paths => {
    const kind = JSON.stringify([person.startPlaceId, person.endPlaceId, [...person.lodgedAt].sort()]);
    const found = kinds.get(kind) ?? new Paths(network, person);
    kinds.set(kind, found);
    return found;
  };
  return {
    of(person, standing, lo, hi) {
      const own = paths.get(person) ?? pathsOf(person);
      paths.set(person, own);
      const least = own.least(standing, lo, hi);
      return network.isOver ? null : least;
    },
    get work() { return network.work; },
  };
}
