/**
 * A good plan of a crew, soon, by a filtered beam search (Lowerre 1976; Ow and Morton 1988): the most promising beginnings with so many meetings, then with one more. What is found is a plan; nothing is proved.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import type { Bound } from './bound.ts';
import type { Extend } from './extend.ts';
import type { Finish, Whole } from './finish.ts';
import { ENDS, FIELDS, type Label } from './label.ts';

export interface BeamOptions {
  readonly width: number;
  readonly extend: Extend;
  readonly finish: Finish;
  readonly bound: Bound;
  /** How many are missing of what must be in, where that ranks a label before what it may come to. */
  missingOf(label: Label): number;
  dominates(one: Label, other: Label): boolean;
  best(): Value | null;
  found(whole: Whole): void;
  stops(): boolean;
}

/** Journeys and other things that are done between two meetings. */
const BETWEEN = 3;
/** Ways home of each person that are tried. */
const WAYS = 2;

/** Beginnings that are kept of those with the same meetings at the same place: others differ in who attends. */
const ALIKE = 2;

const keyOf = ({ place, lo, hi, absent, left }: Label): string => `${place} ${lo} ${hi} ${absent} ${left}`;

/** Runs once through all numbers of meetings. */
export function beam(roots: Iterable<Label>, options: BeamOptions): void {
  const { finish, width } = options;
  let layer: readonly Label[] = [...roots];
  while (layer.length > 0 && !options.stops()) {
    for (const label of layer) {
      const whole = finish.end(label, options.best(), WAYS);
      if (whole) options.found(whole);
    }
    layer = best(withOneMore(layer, options), width, options);
  }
}

/** What has one meeting more, with what is done before it. */
function withOneMore(layer: readonly Label[], options: BeamOptions): Label[] {
  const [next, between] = [new Layer(options), new Layer(options)];
  let edge = layer;
  for (let n = 0; n <= BETWEEN && edge.length > 0; n += 1) {
    const onward: Label[] = [];
    for (const label of edge) {
      if (options.stops()) return next.all();
      for (const one of options.extend.all(label)) {
        if (one.deed?.deed === 'MEET') next.add(one);
        else if (n < BETWEEN && between.add(one)) onward.push(one);
      }
    }
    edge = best(onward.filter(({ isDominated }) => !isDominated), options.width * 2, options);
  }
  return next.all();
}

class Layer {
  private readonly options: BeamOptions;
  private readonly buckets = new Map<string, Label[]>();

  constructor(options: BeamOptions) {
    this.options = options;
  }

  add(label: Label): boolean {
    const { bound, dominates } = this.options;
    const least = this.options.best();
    if (!bound.mayBeat(label, least)) return false;
    const key = keyOf(label);
    const known = this.buckets.get(key) ?? [];
    if (known.some((one) => dominates(one, label))) return false;
    const kept = known.filter((one) => {
      if (!dominates(label, one)) return true;
      one.isDominated = true;
      return false;
    });
    kept.push(label);
    this.buckets.set(key, kept);
    return true;
  }

  all(): Label[] {
    return [...this.buckets.values()].flat();
  }
}

/** The best ones, at most half of them at one place, a quarter with the same people away, by what must be in, by what the first level may come to, then by how early people are free, then by what they have cost. */
function best(labels: readonly Label[], width: number, { bound, missingOf }: BeamOptions): Label[] {
  const ranked = labels.map((label) => ({ label, missing: missingOf(label), guess: bound.guess(label), free: freeAt(label) }));
  ranked.sort((one, other) => one.missing - other.missing || other.guess - one.guess || one.free - other.free || compareAll(other.label.partial, one.label.partial));
  const taken = new Map<string, number>();
  const isFull = (key: string, most: number): boolean => (taken.get(key) ?? 0) >= most;
  const found: Label[] = [];
  for (const { label } of ranked) {
    const [same, place, people] = [keyOf(label), `at ${label.place}`, `with ${label.absent} ${label.left}`];
    if (isFull(same, ALIKE) || isFull(place, width / 2) || isFull(people, label.absent === 0 && label.left === 0 ? width : width / 4)) continue;
    for (const key of [same, place, people]) taken.set(key, (taken.get(key) ?? 0) + 1);
    if (found.push(label) === width) break;
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
