/**
 * How much a way can still bring at most: a path through the network in time, which may hold a meeting twice and pays a multiplier each time, while each multiplier is given back once
 * (Lagrangean relaxation of "at most once": Held and Karp 1971; multipliers by subgradients: Held, Wolfe and Crowder 1974). Whole numbers alone, so that a bound is one.
 */
import type { Duties, State } from './duties.ts';
import type { Timetable } from './timetable.ts';

/** Profits and multipliers count in parts of a unit. */
export const PARTS = 1024;

export interface Completion {
  /** By state, what follows at most, what is held there included, in parts; each multiplier is paid. */
  readonly still: Float64Array;
  /** By task, in parts. */
  readonly multipliers: Float64Array;
  /** Of all multipliers together, in parts. */
  readonly sum: number;
  readonly work: number;
}

/** Rounds of which none brings the bound down, after which steps are shorter. */
const PATIENCE = 3;
/** The steps are as if the bound could come down to such a part of the best. */
const TARGET = 0.95;
/** When steps are so short, no more is to be had. */
const SHORTEST = 1 / 64;

/** The states and what can be done in each, in flat arrays: of state n what stands from the nth offset to the next. */
interface Flat {
  readonly fresh: Int32Array;
  readonly rested: Int32Array;
  readonly stageOffsets: Int32Array;
  readonly task: Int32Array;
  readonly next: Int32Array;
  readonly tiredOffsets: Int32Array;
  readonly departure: Int32Array;
  readonly to: Int32Array;
}

function offsetsOf(states: readonly State[], countOf: (state: State) => number): Int32Array {
  const offsets = new Int32Array(states.length + 1);
  states.forEach((state, n) => { offsets[n + 1] = offsets[n]! + countOf(state); });
  return offsets;
}

const flatOf = ({ states, fresh }: Duties): Flat => ({
  fresh: Int32Array.from(fresh, (state) => state?.number ?? -1), rested: Int32Array.from(states, ({ rested }) => rested), stageOffsets: offsetsOf(states, ({ node }) => node.stages.length), tiredOffsets: offsetsOf(states, ({ tired }) => tired.length),
  task: Int32Array.from(states.flatMap(({ node }) => node.stages.map(({ task }) => task))), next: Int32Array.from(states.flatMap(({ node }) => node.stages.map(({ next }) => next))),
  departure: Int32Array.from(states.flatMap(({ tired }) => tired.map(({ departure }) => departure))), to: Int32Array.from(states.flatMap(({ tired }) => tired.map(({ to }) => to.number))),
});

class Passes {
  private readonly table: Timetable;
  private readonly duties: Duties;
  private readonly profits: Float64Array;
  private readonly reduced: Float64Array;
  /** By departure, the most that it or a later one of its place brings to who is rested. */
  private readonly after: Float64Array;
  private readonly stamp: Int32Array;
  private readonly roots: readonly State[];
  private readonly flat: Flat;
  private pass = 0;
  readonly still: Float64Array;
  readonly visits: Int32Array;

  constructor(table: Timetable, duties: Duties, { profits, roots }: { readonly profits: Float64Array; readonly roots: readonly State[] }) {
    this.table = table;
    this.duties = duties;
    this.profits = profits;
    this.roots = roots;
    this.flat = flatOf(duties);
    this.reduced = new Float64Array(profits.length);
    this.after = new Float64Array(table.leaves.length);
    this.stamp = new Int32Array(duties.states.length);
    this.still = new Float64Array(duties.states.length);
    this.visits = new Int32Array(profits.length);
  }

  /** What the best way brings by these multipliers, which are paid; `visits` tells how often it holds each. */
  run(multipliers: Float64Array): number {
    const { after, reduced, profits, flat: { fresh }, table: { lastFirst } } = this;
    this.pass += 1;
    for (let n = 0; n < reduced.length; n += 1) reduced[n] = Math.max(0, profits[n]! - multipliers[n]!);
    for (let n = 0; n < lastFirst.length; n += 1) {
      const departure = lastFirst[n]!;
      const brings = this.stillAt(fresh[departure]!);
      const later = after[departure + 1]!;
      after[departure] = brings > later ? brings : later;
    }
    let [most, best] = [0, undefined as State | undefined];
    for (const root of this.roots) {
      const brings = this.stillAt(root.number);
      if (brings > most) [most, best] = [brings, root];
    }
    this.visits.fill(0);
    for (let at = best; at;) at = this.follow(at);
    return most;
  }

  private stillAt(state: number): number {
    if (this.stamp[state] === this.pass) return this.still[state]!;
    const { after, reduced, flat: { rested: restedAt, stageOffsets, task, next, tiredOffsets, departure, to } } = this;
    const [first, last, rested] = [stageOffsets[state]!, stageOffsets[state + 1]!, restedAt[state]!];
    let most = after[rested]!;
    let sum = 0;
    let stage = first;
    for (let n = tiredOffsets[state]!; n < tiredOffsets[state + 1]!; n += 1) {
      for (; stage < last && next[stage]! <= departure[n]!; stage += 1) sum += reduced[task[stage]!]!;
      const brings = sum + this.stillAt(to[n]!);
      if (brings > most) most = brings;
    }
    sum = 0;
    for (let n = first; n < last; n += 1) {
      sum += reduced[task[n]!]!;
      const brings = sum + after[next[n]! > rested ? next[n]! : rested]!;
      if (brings > most) most = brings;
    }
    this.stamp[state] = this.pass;
    this.still[state] = most;
    return most;
  }

  /** Counts what is held in a state on the best way; the next one, where there is any gain left. */
  private follow(state: State): State | undefined {
    const { node: { stages }, rested, tired } = state;
    const { still, after, duties: { fresh } } = this;
    const most = still[state.number]!;
    const sumUntil = (departure: number): number => stages.reduce((sum, { task, next }) => sum + (next <= departure ? this.reduced[task]! : 0), 0);
    const hold = (departure: number): void => { for (const { task, next } of stages) if (next <= departure && this.reduced[task]! > 0) this.visits[task]! += 1; };
    for (const { departure, to } of tired) {
      if (sumUntil(departure) + still[to.number]! !== most) continue;
      hold(departure);
      return to;
    }
    const last = this.table.offsets[state.node.place + 1]! - 1;
    for (let departure = rested; departure < last && after[departure]! > 0; departure += 1) {
      const to = fresh[departure]!;
      if (sumUntil(departure) + still[to.number]! !== most) continue;
      hold(departure);
      return to;
    }
    hold(Infinity);
    return undefined;
  }
}

/** The best multipliers that are found in so many rounds, for a bound that is to come down to what is known. */
export function completionOf(table: Timetable, duties: Duties, { profits, roots, known, rounds }: { readonly profits: readonly number[]; readonly roots: readonly State[]; readonly known: number; readonly rounds: number }): Completion {
  const parts = Float64Array.from(profits, (profit) => profit * PARTS);
  const passes = new Passes(table, duties, { profits: parts, roots });
  let multipliers = new Float64Array(parts.length);
  let best = { bound: Infinity, multipliers };
  let [share, waited, round] = [1, 0, 0];
  for (; round < rounds; round += 1) {
    const bound = passes.run(multipliers) + multipliers.reduce((sum, one) => sum + one, 0);
    if (bound < best.bound) [best, waited] = [{ bound, multipliers }, 0];
    else if ((waited += 1) === PATIENCE) [share, waited] = [share / 2, 0];
    const slope = passes.visits.map((count) => count - 1);
    const square = slope.reduce((sum, one, n) => sum + (one < 0 && multipliers[n] === 0 ? 0 : one * one), 0);

    if (square === 0 || share < SHORTEST || best.bound < (known + 1) * PARTS) break;
    const step = (share * Math.max(bound - Math.max(known + 1, (TARGET * best.bound) / PARTS) * PARTS, bound / 100)) / square;
    multipliers = multipliers.map((one, n) => Math.min(parts[n]!, Math.max(0, Math.round(one + step * slope[n]!))));
  }
  passes.run(best.multipliers);
  return { still: passes.still, multipliers: best.multipliers, sum: best.multipliers.reduce((sum, one) => sum + one, 0), work: (round + 1) * duties.states.length };
}
