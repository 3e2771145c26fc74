/**
 * The departures of a model as a network in time, in flat arrays: who arrives somewhere finds there what may be held, each by itself, and from when on it may be left again. What the
 * relaxation asks often is looked up once.
 */
import type { Time } from '../model/at-once.ts';
import { type Departure, firstFrom } from '../model/departures.ts';
import { earliestOf, latestOf } from '../model/earliest-arrivals.ts';
import type { Model, Task } from '../model/model.ts';
import { indexFrom } from '../model/sorted.ts';

/** Departures by their numbers, place by place, in the order of time; after those of a place one that never leaves. */
export interface Timetable {
  /** By place, the number of its first departure; one more at the end. */
  readonly offsets: Int32Array;
  readonly leaves: Float64Array;
  readonly arrives: Float64Array;
  /** The node at which each of them arrives; -1 for what never leaves. */
  readonly node: Int32Array;
  /** All of them, the last one first. */
  readonly lastFirst: Int32Array;
  /** Whether each takes some time: otherwise what follows is not later. */
  readonly isForward: boolean;
  readonly nodes: readonly Node[];
  /** By place, the node of who is there at the earliest; undefined where nobody can be. */
  readonly starts: readonly (Node | undefined)[];
  /** By place, when one has to leave at the latest to come home; -∞ where nobody does. */
  readonly latest: readonly number[];
  readonly isEnd: readonly boolean[];
  /** By node, when the first of who is there can be home; ∞ where nobody comes home in time. */
  readonly home: Float64Array;
  /** By departure, when somebody is home who takes it or a later one of its place. */
  readonly homeBy: Float64Array;
  /** By departure, when somebody who takes it has set out at the latest; -∞ where nobody can. */
  setOut(): Float64Array;
  /** By place, when a meeting may begin at the earliest, and end at the latest. */
  readonly opens: readonly number[];
  readonly finish: readonly number[];
  /** By place, the time before a journey and after it. */
  readonly buffers: readonly number[];
  /** By departure, whether a party may make it. */
  readonly isRidden: Uint8Array;
  /** By place, the numbers of those of its departures for each other place, through the same countries. */
  readonly links: readonly (readonly (readonly number[])[])[];
}

/** Being somewhere from a time on. */
export interface Node {
  readonly number: number;
  readonly place: number;
  readonly at: number;
  readonly buffer: number;
  /** Whether somebody has come there by no journey. */
  readonly isStart: boolean;
  /** What can be held, by when it ends. */
  readonly stages: readonly Stage[];
  /** The first departure of who holds nothing. */
  readonly first: number;
  /** The first departure that a party does not take any more: the price of so long a stay is unknown. ∞ where there is none. */
  readonly last: number;
}

export interface Stage {
  /** Among those that are covered. */
  readonly task: number;
  /** When it may begin: at the number of the first of its hours. */
  readonly start: number;
  /** The first departure after it. */
  readonly next: number;
}

export interface Edges {
  /** Places from which people set out, and to which they come back. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Until when somebody who comes to a place may stay there, so that it is known what is paid for it; null where nobody is followed who comes and leaves. */
  readonly staysUntil: ((place: number, at: number) => number) | null;
  /** Whether a party may make a journey; others are for those who come by themselves, and go home. */
  readonly rides: (departure: Departure) => boolean;
}

class Nodes {
  private readonly model: Model;
  private readonly covered: readonly Task[];
  private readonly offsets: Int32Array;
  private readonly here: readonly (readonly number[])[];
  private readonly opens: readonly number[];
  private readonly finish: readonly number[];
  private readonly buffers: readonly number[];
  private readonly staysUntil: Edges['staysUntil'];
  private readonly known = new Map<number, Node>();
  readonly all: Node[] = [];

  constructor(model: Model, covered: readonly Task[], { offsets, opens, finish, buffers, staysUntil }: { readonly offsets: Int32Array; readonly opens: readonly number[]; readonly finish: readonly number[]; readonly buffers: readonly number[]; readonly staysUntil: Edges['staysUntil'] }) {
    this.model = model;
    this.covered = covered;
    this.offsets = offsets;
    this.opens = opens;
    this.finish = finish;
    this.buffers = buffers;
    this.staysUntil = staysUntil;
    this.here = model.places.map((_, place) => covered.flatMap((task, n) => (task.place === place ? [n] : [])));
  }

  of(place: number, at: number, isStart: boolean): Node {
    const buffer = isStart ? 0 : this.buffers[place]!;
    const key = ((at - this.model.from) * 2 + Number(isStart)) * this.here.length + place;
    let node = this.known.get(key);
    if (!node) {
      const stages = this.here[place]!.flatMap((n) => this.stageOf(place, n, { at, buffer })).sort((a, b) => a.ends - b.ends);
      node = { number: this.all.length, place, at, buffer, isStart, stages, first: this.departureFrom(place, at), last: this.lastFrom(place, at, isStart) };
      this.all.push(node);
      this.known.set(key, node);
    }
    return node;
  }

  private departureFrom(place: number, at: number): number {
    return this.offsets[place]! + firstFrom(this.model.departures[place]!, at);
  }

  private lastFrom(place: number, at: number, isStart: boolean): number {
    const until = isStart || !this.staysUntil ? Infinity : this.staysUntil(place, at);
    return until === Infinity ? Infinity : this.departureFrom(place, until);
  }

  private stageOf(place: number, n: number, { at, buffer }: { readonly at: number; readonly buffer: number }): (Stage & { readonly ends: number })[] {
    const { starts, meeting } = this.covered[n]!;
    const start = indexFrom(starts, Math.max(at + buffer, this.opens[place]!));
    const ends = (starts[start] ?? Infinity) + meeting.serviceMinutes;
    return ends > this.finish[place]! ? [] : [{ task: n, start, ends, next: this.departureFrom(place, Math.max(at, ends + this.buffers[place]!)) }];
  }
}

/** When somebody can be home from each node, by any way. */
function homeOf(nodes: readonly Node[], { leaves, node, order, isEnd }: { readonly leaves: Float64Array; readonly node: Int32Array; readonly order: Int32Array; readonly isEnd: readonly boolean[] }): { readonly home: Float64Array; readonly homeBy: Float64Array } {
  const home = Float64Array.from(nodes, ({ place, at }) => (isEnd[place] ? at : Infinity));
  const homeBy = new Float64Array(leaves.length).fill(Infinity);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const departure of order) {
      const to = nodes[node[departure]!]!;
      const at = Math.min(home[to.number]!, homeBy[to.first]!, homeBy[departure + 1]!);
      if (at < homeBy[departure]!) [homeBy[departure], isChanged] = [at, true];
    }
  }
  for (const { number, first } of nodes) home[number] = Math.min(home[number]!, homeBy[first]!);
  return { home, homeBy };
}

/** When somebody who takes a departure has set out at the latest, by any way; where some journey takes no time, then. */
function setOutOf(departures: Model['departures'], { offsets, leaves, order, isStart, isForward }: { readonly offsets: Int32Array; readonly leaves: Float64Array; readonly order: Int32Array; readonly isStart: readonly boolean[]; readonly isForward: boolean }): Float64Array {
  if (!isForward) return leaves;
  const setOut = new Float64Array(leaves.length).fill(-Infinity);
  const latest = departures.map(() => -Infinity);
  const coming = departures.map((): { readonly arrives: number; readonly setOut: number }[] => []);
  for (const number of order.toReversed()) {
    const place = offsets.findLastIndex((offset) => offset <= number);
    const { at, arrives, to } = departures[place]![number - offsets[place]!]!;
    const there = coming[place]!.filter((one) => one.arrives <= at);
    if (there.length > 0) coming[place] = coming[place]!.filter((one) => one.arrives > at);
    latest[place] = there.reduce((last, one) => Math.max(last, one.setOut), latest[place]!);
    setOut[number] = isStart[place] ? at : latest[place]!;
    coming[to]!.push({ arrives, setOut: setOut[number]! });
  }
  return setOut;
}

/** By place, the numbers of its departures for each other place, through the same countries. */
function linksOf(departures: Model['departures'], offsets: Int32Array, isRidden: Uint8Array): number[][][] {
  // The departures of a service have one list of what is crossed: it is written once.
  const names = new Map<Departure['crossings'], string>();
  const nameOf = (crossings: Departure['crossings']): string => {
    let name = names.get(crossings);
    if (name === undefined) names.set(crossings, (name = crossings.join()));
    return name;
  };
  return departures.map((list, place) => {
    const found = new Map<string, number[]>();
    for (const [n, { to, crossings }] of list.entries()) {
      if (!isRidden[offsets[place]! + n]) continue;
      const key = `${to} ${nameOf(crossings)}`;
      const numbers = found.get(key);
      if (numbers) numbers.push(offsets[place]! + n);
      else found.set(key, [offsets[place]! + n]);
    }
    return [...found.values()];
  });
}

export function timetableOf(model: Model, covered: readonly Task[], edges: Edges): Timetable {
  const { departures, places } = model;
  const [earliest, latest] = [earliestOf(model.departures, edges.starts, model.from), latestOf(model.departures, edges.ends, model.until)];
  // Who comes by themselves needs no time beside the journeys of the party.
  const buffers = places.map(({ buffer }) => (model.isTogether ? buffer : 0));
  const [isStart, isEnd] = [places.map((_, place) => edges.starts.includes(place)), places.map((_, place) => edges.ends.includes(place))];
  const offsets = new Int32Array(places.length + 1);
  departures.forEach((list, place) => { offsets[place + 1] = offsets[place]! + list.length + 1; });
  const count = offsets[places.length]!;
  const opens = places.map(({ buffer }, place) => (isStart[place] ? model.from : earliest[place]! + buffer));
  const finish = places.map(({ buffer }, place) => (isEnd[place] ? model.until : latest[place]! - buffer));
  const nodes = new Nodes(model, covered, { offsets, buffers, opens, finish, staysUntil: edges.staysUntil });
  const [leaves, arrives, node] = [new Float64Array(count).fill(Infinity), new Float64Array(count).fill(Infinity), new Int32Array(count).fill(-1)];
  const isRidden = new Uint8Array(count);
  const numbers: number[] = [];
  departures.forEach((list, place) => list.forEach((one, n) => {
    const number = offsets[place]! + n;
    leaves[number] = one.at;
    arrives[number] = one.arrives;
    isRidden[number] = Number(edges.rides(one));
    node[number] = nodes.of(one.to, one.arrives, false).number;
    numbers.push(number);
  }));
  const lastFirst = Int32Array.from(numbers.sort((a, b) => leaves[b]! - leaves[a]! || b - a));
  const isForward = numbers.every((number) => arrives[number]! > leaves[number]!);
  const starts = places.map((_, place) => (earliest[place]! < Infinity ? nodes.of(place, earliest[place]!, isStart[place]!) : undefined));
  return {
    ...homeOf(nodes.all, { leaves, node, order: lastFirst, isEnd }), starts, lastFirst,
    offsets, leaves, arrives, node, nodes: nodes.all, latest, isEnd, opens, finish, buffers, isForward, setOut: () => setOutOf(departures, { offsets, leaves, order: lastFirst, isStart, isForward }),
    isRidden, links: linksOf(departures, offsets, isRidden),
  };
}

/** The days of the period. */
export const daysOf = ({ from, until }: Model): Time[] => Array.from({ length: Math.floor(until / 1440) - Math.floor(from / 1440) + 1 }, (_, n) => (Math.floor(from / 1440) + n) * 1440).map((day) => ({ from: day, until: day + 1440 }));
