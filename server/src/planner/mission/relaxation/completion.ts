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

/** The states and what can be done in each, in flat arrays: of the nth what stands from the nth offset to the next. */
export interface Flat {
  /** By departure, and by root. */
  readonly fresh: Int32Array;
  readonly roots: Int32Array;
  readonly at: Float64Array;
  readonly places: Int32Array;
  readonly rested: Int32Array;
  readonly stageOffsets: Int32Array;
  readonly task: Int32Array;
  readonly next: Int32Array;
  readonly tiredOffsets: Int32Array;
  readonly departure: Int32Array;
  readonly to: Int32Array;
}

/** The same as `Int32Array.from`, which asks an iterator for each. */
function listOf(count: number, of: (n: number) => number): Int32Array {
  const list = new Int32Array(count);
  for (let n = 0; n < count; n += 1) list[n] = of(n);
  return list;
}

function offsetsOf(states: readonly State[], countOf: (state: State) => number): Int32Array {
  const offsets = new Int32Array(states.length + 1);
  for (let n = 0; n < states.length; n += 1) offsets[n + 1] = offsets[n]! + countOf(states[n]!);
  return offsets;
}

export function flatOf({ states, fresh }: Duties, roots: readonly State[]): Flat {
  const stageOffsets = offsetsOf(states, ({ node }) => node.stages.length);
  const tiredOffsets = offsetsOf(states, ({ tired }) => tired.length);
  const [task, next] = [new Int32Array(stageOffsets.at(-1)!), new Int32Array(stageOffsets.at(-1)!)];
  const [departure, to] = [new Int32Array(tiredOffsets.at(-1)!), new Int32Array(tiredOffsets.at(-1)!)];
  let [stage, leg] = [0, 0];
  for (const { node, tired } of states) {
    for (const one of node.stages) {
      task[stage] = one.task;
      next[stage] = one.next;
      stage += 1;
    }
    for (const one of tired) {
      departure[leg] = one.departure;
      to[leg] = one.to.number;
      leg += 1;
    }
  }
  return {
    fresh: listOf(fresh.length, (n) => fresh[n]?.number ?? -1), roots: listOf(roots.length, (n) => roots[n]!.number), at: Float64Array.from(states, ({ node }) => node.at), places: listOf(states.length, (n) => states[n]!.node.place),
    rested: listOf(states.length, (n) => states[n]!.rested), stageOffsets, task, next, tiredOffsets, departure, to,
  };
}

class Passes {
  private readonly table: Timetable;
  private readonly profits: Float64Array;
  private readonly reduced: Float64Array;
  /** By departure, the most that it or a later one of its place brings to who is rested. */
  private readonly after: Float64Array;
  private readonly flat: Flat;
  readonly still: Float64Array;
  readonly visits: Int32Array;

  constructor(table: Timetable, duties: Duties, { profits, roots }: { readonly profits: Float64Array; readonly roots: readonly State[] }) {
    this.table = table;
    this.profits = profits;
    this.flat = flatOf(duties, roots);
    this.reduced = new Float64Array(profits.length);
    this.after = new Float64Array(table.leaves.length);
    this.still = new Float64Array(duties.states.length);
    this.visits = new Int32Array(profits.length);
  }

  /** What the best way brings by these multipliers, which are paid; `visits` tells how often it holds each. Backwards in time: what follows a departure, or a state, is later than it. */
  run(multipliers: Float64Array): number {
    const { after, still, reduced, profits, flat: { fresh, roots, at }, table: { lastFirst, leaves } } = this;
    for (let n = 0; n < reduced.length; n += 1) reduced[n] = Math.max(0, profits[n]! - multipliers[n]!);
    let left = at.length - 1;
    for (let n = 0; n < lastFirst.length; n += 1) {
      const departure = lastFirst[n]!;
      const from = leaves[departure]!;
      for (; left >= 0 && at[left]! > from; left -= 1) this.reckon(left);
      const brings = still[fresh[departure]!]!;
      const later = after[departure + 1]!;
      after[departure] = brings > later ? brings : later;
    }
    for (; left >= 0; left -= 1) this.reckon(left);
    let [most, best] = [0, -1];
    for (let n = 0; n < roots.length; n += 1) {
      const brings = still[roots[n]!]!;
      if (brings > most) [most, best] = [brings, roots[n]!];
    }
    this.visits.fill(0);
    for (let state = best; state >= 0;) state = this.follow(state);
    return most;
  }

  /** What follows a state at most, of which all that is later is known. */
  private reckon(state: number): void {
    const { after, still, reduced, flat: { rested: restedAt, stageOffsets, task, next, tiredOffsets, departure, to } } = this;
    const [first, last, end, rested] = [stageOffsets[state]!, stageOffsets[state + 1]!, tiredOffsets[state + 1]!, restedAt[state]!];
    let most = after[rested]!;
    let sum = 0;
    let stage = first;
    for (let n = tiredOffsets[state]!; n < end; n += 1) {
      for (; stage < last && next[stage]! <= departure[n]!; stage += 1) sum += reduced[task[stage]!]!;
      const brings = sum + still[to[n]!]!;
      if (brings > most) most = brings;
    }
    sum = 0;
    for (let n = first; n < last; n += 1) {
      sum += reduced[task[n]!]!;
      const brings = sum + after[next[n]! > rested ? next[n]! : rested]!;
      if (brings > most) most = brings;
    }
    still[state] = most;
  }

  /** Counts what is held in a state on the best way; the next one, -1 where there is no gain left. */
  private follow(state: number): number {
    const { still, after, reduced, flat: { fresh, places, rested: restedAt, stageOffsets, task, next, tiredOffsets, departure, to } } = this;
    const [last, most] = [stageOffsets[state + 1]!, still[state]!];
    let stage = stageOffsets[state]!;
    let sum = 0;
    for (let n = tiredOffsets[state]!; n < tiredOffsets[state + 1]!; n += 1) {
      for (; stage < last && next[stage]! <= departure[n]!; stage += 1) sum += reduced[task[stage]!]!;
      if (sum + still[to[n]!]! === most) return this.leaves(state, departure[n]!, to[n]!);
    }
    const end = this.table.offsets[places[state]! + 1]! - 1;
    [stage, sum] = [stageOffsets[state]!, 0];
    for (let n = restedAt[state]!; n < end && after[n]! > 0; n += 1) {
      for (; stage < last && next[stage]! <= n; stage += 1) sum += reduced[task[stage]!]!;
      if (sum + still[fresh[n]!]! === most) return this.leaves(state, n, fresh[n]!);
    }
    return this.leaves(state, Infinity, -1);
  }

  /** Counts what is held before a departure, and gives the state to which it leads. */
  private leaves(state: number, departure: number, to: number): number {
    const { reduced, visits, flat: { stageOffsets, task, next } } = this;
    for (let n = stageOffsets[state]!; n < stageOffsets[state + 1]! && next[n]! <= departure; n += 1) if (reduced[task[n]!]! > 0) visits[task[n]!]! += 1;
    return to;
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
