/**
 * The best plan of a crew, proved: label setting in the order of time, with dominance (Desrochers 1988; Feillet, Dejax, Gendreau and Gueguen 2004) and bounds, as in branch and bound (Land and Doig 1960). What a label cannot
 * become better than is given up, and what another one makes needless. Where the first level is proved, what is left is less: the most promising labels come first then (A*: Hart, Nilsson and Raphael 1968), so that what no plan
 * exceeds comes down while one waits.
 */
import { compareValues, type Value } from '@passerelle/shared/planning.ts';
import type { Crew } from '../model/crew.ts';
import type { Model } from '../model/model.ts';
import type { Ways } from '../model/ways-alone.ts';
import { profitWeight, type Worth } from '../model/worth.ts';
import { beam } from './beam.ts';
import { type Bound, boundOf } from './bound.ts';
import { dominanceOf } from './dominance.ts';
import { Extend } from './extend.ts';
import { Finish, type Whole } from './finish.ts';
import { follow, type Route } from './follow.ts';
import { Hours } from './hours.ts';
import { LabelQueue, type Waiting } from './label-queue.ts';
import type { Label } from './label.ts';
import { Moves } from './moves.ts';
import { type Onward, QUICK } from './onward.ts';

export interface SearchOptions {
  readonly worth: Worth;
  readonly ways: Ways;
  readonly onward: Onward;
  readonly maxWork: number;
  readonly maxLabels: number;
  /** The value of the best plan that is known; null where there is none. */
  best(): Value | null;
  /** A better one. */
  found(whole: Whole): void;
  stops(): boolean;
  /** Whether no plan has a better first level than the best one. */
  isFirstProved(): boolean;
  /** How wide the beams are that look for good plans first. */
  readonly widths: readonly number[];
  /** A way that is followed instead. */
  readonly route?: Route;
}

export interface Searched {
  /** No plan of the crew is worth more; null where all of them have been looked through. */
  readonly bound: Value | null;
  readonly work: number;
}

class Search {
  private readonly options: SearchOptions;
  private readonly extend: Extend;
  private readonly brief: Extend;
  private readonly finish: Finish;
  private readonly bound: Bound;
  private readonly dominates: (one: Label, other: Label) => boolean;
  private readonly roots: readonly Label[];
  private readonly isTogether: boolean;
  /** Whether profits add nothing to the first level. */
  private readonly isBare: boolean;
  private readonly queue: LabelQueue;
  private readonly buckets = new Map<string, Label[]>();
  private labels = 0;
  private compared = 0;
  private readonly begun: number;

  constructor(model: Model, crew: Crew, options: SearchOptions) {
    const { worth, ways } = options;
    const [moves, when] = [new Moves(model, crew, worth), new Hours(model, crew, worth)];
    this.options = options;
    this.queue = new LabelQueue(options.isFirstProved());
    this.begun = options.onward.work;
    this.isTogether = model.isTogether;
    this.isBare = profitWeight(model, worth) === 0;
    this.extend = new Extend(model, crew, { moves, ways, when });
    this.brief = new Extend(model, crew, { moves, ways, when, isBrief: true, isHasty: options.route === undefined });
    this.finish = new Finish(model, crew, { worth, moves, ways });
    this.bound = boundOf(model, crew, worth, options.onward);
    this.dominates = dominanceOf(model, crew, worth, moves.stays).dominates;
    this.roots = [...rootsOf(model, crew, moves)];
  }

  get work(): number {
    return this.brief.work + this.extend.work + this.finish.work + this.compared + Math.ceil((this.options.onward.work - this.begun) / QUICK);
  }

  private isOver(): boolean {
    return this.work > this.options.maxWork || this.options.stops();
  }

  /** Good plans, soon. */
  hasten(): void {
    const together = this.roots.filter(({ absent }) => absent === 0);
    const roots = together.length > 0 && this.isTogether ? together : this.roots;
    const { finish, bound, dominates, brief: extend, options: { best, found } } = this;
    const { route, worth } = this.options;
    // Where profits do not rank, what must be in does: of what costs those have least that hold nothing.
    const missingOf = (label: Label): number => (this.isBare ? finish.missingOf(label) : 0);
    const worthOf = (label: Label): number => worth.ofMeetings(0, label.lo, label.hi) + label.partial[0]!;
    for (const width of this.options.widths) if (route) follow(this.roots, { route, worthOf, lacksOf: (label) => finish.lacksOf(label), missingOf, width, extend, finish, bound, dominates, best, found, stops: () => this.isOver() });
    else beam(roots, { width, extend, finish, bound, missingOf, dominates, best, found, stops: () => this.isOver() });
  }

  /** All plans; null where all have been looked through. */
  prove(): Value | null {
    for (const root of this.roots) this.keep(root);
    for (let one = this.queue.pop(); one; one = this.queue.pop()) {
      const { label } = one;
      if (!this.isWorthIt(one)) continue;
      if (this.isOver() || this.labels > this.options.maxLabels) return mostOf([one, ...this.queue]);
      const whole = this.finish.end(label, this.options.best());
      if (whole) this.options.found(whole);
      for (const next of this.extend.all(label)) this.keep(next);
    }
    return null;
  }

  /** Whether nothing has made a label needless since it waits. */
  private isWorthIt({ label, most }: Waiting): boolean {
    const best = this.options.best();
    return !label.isDominated && (best === null || (compareValues(most, best) > 0 && this.bound.mayBeat(label, best)));
  }

  /** Keeps a label unless it is needless. */
  private keep(label: Label): void {
    const most = this.bound.reckon(label, this.options.best());
    if (most === null) return;
    const key = `${label.place} ${label.lo} ${label.hi} ${label.absent} ${label.left}`;
    const known = this.buckets.get(key) ?? [];
    for (const [n, one] of known.entries()) {
      this.compared += 1;
      if (!this.dominates(one, label)) continue;
      // What makes one needless often does so with the next.
      [known[0], known[n]] = [one, known[0]!];
      return;
    }
    for (const one of known) if (this.dominates(label, one)) one.isDominated = true;
    this.buckets.set(key, [...known.filter(({ isDominated }) => !isDominated), label]);
    this.labels += 1;
    this.queue.push(label, most);
  }
}

/** Looks for good plans of a crew, and then, where labels may be kept, through all of them. */
export function searchCrew(model: Model, crew: Crew, options: SearchOptions): Searched {
  const search = new Search(model, crew, options);
  search.hasten();
  const bound = options.maxLabels > 0 ? search.prove() : options.worth.isBounded.map(() => Number.MAX_SAFE_INTEGER);
  return { bound, work: search.work };
}

/** The beginnings: at each place, and where people may join later with some of those who start there. */
function* rootsOf({ places, isTogether }: Model, { members }: Crew, moves: Moves): Generator<Label> {
  for (const place of places.keys()) {
    const here = members.reduce((all, { start }, n) => (start === place ? all | (1 << n) : all), 0);
    yield moves.root(place);
    for (let later = here; later !== 0 && !isTogether; later = (later - 1) & here) yield moves.root(place, later);
  }
}

/** The greatest of the bounds of what was not looked through. */
const mostOf = (waiting: readonly Waiting[]): Value | null => waiting.filter(({ label }) => !label.isDominated).map(({ most }) => most).reduce<Value | null>((all, one) => (all === null || compareValues(one, all) > 0 ? one : all), null);
