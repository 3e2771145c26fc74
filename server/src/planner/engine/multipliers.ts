/**
 * Multipliers (duals) of the constraints that each vertex is visited at most once, for a Lagrangean bound: moved by the volume algorithm (Barahona and Anbil
 * 2000), a subgradient method (Held and Karp 1971) on the average of the visits so far. Which multipliers they are only decides how good the bound is,
 * never whether it is one: they are rounded to whole numbers before anything is computed of them.
 */

/** The share of the newest visits in the average. */
const NEWEST = 0.3;

export interface Multipliers {
  /** Whole numbers from 0 on, one for each vertex: those to try next. */
  readonly current: Int32Array;
  readonly sum: number;
  /** Takes what came of them: the scaled bound, and how often each vertex was visited (all routes together). `target` is what the bound cannot fall below. */
  learn(bound: number, visits: Float64Array, target: number): void;
}

/** They start at `first`, and stay from 0 to `most`, both vertex by vertex. */
export function multipliersOf(first: Int32Array, most: Int32Array): Multipliers {
  const size = first.length;
  const current = first.slice();
  const centre = Float64Array.from(first);
  const average = new Float64Array(size);
  let best = Infinity;
  let length = 0.3;
  let failed = 0;
  let isFirst = true;

  const blend = (visits: Float64Array): void => {
    for (let vertex = 0; vertex < size; vertex += 1) average[vertex] = isFirst ? visits[vertex]! : NEWEST * visits[vertex]! + (1 - NEWEST) * average[vertex]!;
    isFirst = false;
  };
  const judge = (bound: number): void => {
    if (bound < best) {
      best = bound;
      failed = 0;
      length = Math.min(2, length * 1.1);
      centre.set(current);
    } else if ((failed += 1) >= 2) { failed = 0; length = Math.max(0.005, length * 0.66); }
  };
  const move = (target: number): void => {
    let square = 0;
    for (let vertex = 1; vertex < size; vertex += 1) {
      const excess = average[vertex]! - 1;
      if (excess > 0 || centre[vertex]! > 0) square += excess * excess;
    }
    const step = square === 0 ? 0 : (length * Math.max(1, best - target)) / square;
    for (let vertex = 1; vertex < size; vertex += 1) {
      current[vertex] = Math.round(Math.min(most[vertex]!, Math.max(0, centre[vertex]! + step * (average[vertex]! - 1))));
    }
  };

  return {
    current,
    get sum() { return current.reduce((sum, one) => sum + one, 0); },
    learn(bound, visits, target) { blend(visits); judge(bound); move(target); },
  };
}
