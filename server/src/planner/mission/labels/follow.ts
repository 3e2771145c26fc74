/**
 * A good plan of a crew along a way that is given, soon: stay by stay the most promising beginnings, in each with one meeting more after another, and then all by the journey of the way. What is found is a plan; nothing is proved.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import type { Time } from '../model/at-once.ts';
import type { Departure } from '../model/departures.ts';
import type { Bound } from './bound.ts';
import type { Extend } from './extend.ts';
import type { Finish, Whole } from './finish.ts';
import { ENDS, FIELDS, type Label } from './label.ts';

/** A way that is followed: where and when it begins, its journeys, and when its end may be left after what is held there. */
export interface Route {
  readonly place: number;
  readonly legs: readonly Departure[];
  readonly from: number;
  readonly until: number;
}

/** From its first journey to its last one; no time where it has none. */
export const timeOf = ({ legs }: Pick<Route, 'legs'>): Time => ({ from: legs[0]?.at ?? Infinity, until: legs.at(-1)?.arrives ?? -Infinity });

export interface FollowOptions {
  readonly width: number;
  readonly extend: Extend;
  readonly finish: Finish;
  readonly bound: Bound;
  readonly route: Route;
  /** Profits, or what else of meetings comes first. */
  worthOf(label: Label): number;
  /** How many are missing of those whom the team needs to have attended something. */
  lacksOf(label: Label): number;
  /** How many are missing of what must be in, where that ranks a label before what it may come to. */
  missingOf(label: Label): number;
  dominates(one: Label, other: Label): boolean;
  best(): Value | null;
  found(whole: Whole): void;
  stops(): boolean;
}

/** Ways home of each person that are tried. */
const WAYS = 2;
/** Ends that are tried. */
const ENDINGS = 12;

interface Rated {
  readonly label: Label;
  readonly missing: number;
  /** What the first level may come to. */
  readonly most: number;
  readonly worth: number;
  readonly lacks: number;
  readonly free: number;
}

/** Runs once along the way. */
export function follow(roots: Iterable<Label>, options: FollowOptions): void {
  const { route: { place, legs } } = options;
  let layer = joined([...roots].filter((root) => root.place === place), options);
  for (const leg of legs) {
    const onward = stay(layer, options, leg.at + leg.spread).flatMap((label) => [...options.extend.rides(label, leg)]);
    layer = ranked(onward, options);
    if (options.stops()) return;
  }
  for (const label of ranked(stay(layer, options), { ...options, width: ENDINGS })) {
    const whole = options.finish.end(label, options.best(), WAYS);
    if (whole) options.found(whole);
  }
}

/** Everybody comes first, one after another. */
function joined(roots: readonly Label[], options: FollowOptions): readonly Label[] {
  let layer = roots;
  while (layer.some(({ absent }) => absent !== 0)) layer = ranked(layer.flatMap((label) => [...options.extend.joins(label)]), options);
  return layer;
}

/** Those that stay until a journey, with more and more meetings. */
function stay(layer: readonly Label[], options: FollowOptions, until = Infinity): readonly Label[] {
  const all: Label[] = [...layer];
  let edge = layer;
  while (edge.length > 0 && !options.stops()) {
    const onward: Label[] = [];
    for (const label of edge) onward.push(...[...options.extend.meets(label)].filter(({ deed }) => deed?.deed === 'MEET' && deed.at + deed.task.meeting.serviceMinutes <= until));
    edge = ranked(onward, options);
    all.push(...edge);
  }
  return all;
}

/** The best ones, by what must be in, then by what they may come to: some of those that have most, of those whose people are free soonest, and of those of which most is met that the team needs; none that another makes needless. */
function ranked(labels: readonly Label[], options: FollowOptions): readonly Label[] {
  const { width, lacksOf, missingOf, worthOf, bound } = options;
  const rated = labels.map((label): Rated => ({ label, missing: missingOf(label), most: bound.first(label), worth: worthOf(label), lacks: lacksOf(label), free: freeAt(label) }));
  const cheaper = (one: Rated, other: Rated): number => compareAll(other.label.partial, one.label.partial);
  const orders: ((one: Rated, other: Rated) => number)[] = [
    (one, other) => other.worth - one.worth || one.free - other.free, (one, other) => one.free - other.free || other.worth - one.worth,
    ...(rated.every(({ lacks }) => lacks === 0) ? [] : [(one: Rated, other: Rated): number => one.lacks - other.lacks || other.worth - one.worth || one.free - other.free]),
  ];
  const lists = orders.map((order) => best(rated.toSorted((one, other) => one.missing - other.missing || other.most - one.most || order(one, other) || cheaper(one, other)), width, options));
  const found = new Set<Label>();
  for (let n = 0; n < width; n += 1) for (const list of lists) if (n < list.length && found.size < width) found.add(list[n]!.label);
  return [...found];
}

function best(sorted: readonly Rated[], width: number, { bound, best: known, dominates }: FollowOptions): Rated[] {
  const [least, found] = [known(), [] as Rated[]];
  for (const one of sorted) {
    if (found.length === width) break;
    const { place, lo, hi, absent } = one.label;
    const isNeedless = (): boolean => found.some(({ label }) => label.place === place && label.lo === lo && label.hi === hi && label.absent === absent && dominates(label, one.label));
    if (bound.mayBeat(one.label, least) && !isNeedless()) found.push(one);
  }
  return found;
}

/** When people are free again, all together. */
function freeAt({ state, now }: Label): number {
  let sum = 0;
  for (let base = 0; base < state.length; base += FIELDS) sum += Math.max(now, state[base + ENDS]!);
  return sum;
}

function compareAll(one: readonly number[], other: readonly number[]): number {
  for (let n = 0; n < one.length; n += 1) if (one[n] !== other[n]) return one[n]! - other[n]!;
  return 0;
}
