/** What a process that searches for a plan is given, and what it tells. All of it is JSON: keys, codes and numbers. */
import type { LeftOut, Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import type { CurvePoint, Valued } from '../planner/explain/index.ts';
import type { Explained } from './plan-stored.ts';

/** How much is tried: counted, so that the same question has the same answer on every machine. `explaining`: for each time the planner is asked for an explanation; `mostWork`: how much that is together for each kind of explanation. `curve`: for each envelope; `why`: for one meeting that is left out, as `explaining`. */
export interface SearchLimits {
  readonly maxWork: number;
  readonly maxLabels: number;
  readonly explaining: { readonly maxWork: number; readonly maxLabels: number; readonly mostWork: number };
  readonly curve: { readonly maxWork: number; readonly maxLabels: number };
  readonly why: SearchLimits['explaining'];
}

/** `money`: what each of some envelopes buys is asked then, of a problem whose best plan so far is known, null where there is none, and whether it is proved that none is worth more at the first level, or that there is none; and what was found out of them `before`. `why`: one meeting that the best plan leaves out is looked into further, from what was found of it `before`. No other plan is looked for then. */
export interface SearchTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly limits: SearchLimits;
  readonly money?: { readonly best: Plan | null; readonly isValueProved: boolean; readonly before: readonly CurvePoint[] };
  readonly why?: { readonly best: Valued; readonly before: LeftOut };
}

/** What the process is given. `task`: null of one that is to be ready for one, which comes later. `memory`: in megabytes, what the thread that searches may have of what grows; `resident`: what the process may have in all. */
export interface SearchGiven {
  readonly task: SearchTask | null;
  readonly memory: number;
  readonly resident: number;
}

/** What the process is told while it searches. */
export type SearchOrder = 'STOP' | 'WAIT' | 'GO_ON';

/** A plan so far, or the last one: null where there is none. `bound`: no plan is better, but for those with longer ways that somebody goes alone; null where it is proved that there is none. */
export interface Found {
  readonly plan: Plan | null;
  readonly value: Value | null;
  readonly bound: Value | null;
  readonly isOptimal: boolean;
  readonly work: number;
}

/** Why a search cannot go on; where it is BROKEN, with the code of the error and the places in the code. */
export type SearchFailure = { readonly reason: 'MEMORY' | 'TOO_LARGE' } | { readonly reason: 'BROKEN'; readonly code: string; readonly places: readonly string[] };

/** Of a plan: BETTER comes as it is found, SOLVED once, or CUT where it was stopped before; then what is said of the plan, part by part; of envelopes: BOUGHT, with all that is known by then; of one meeting: LOOKED, likewise. OVER is the end, FAILED likewise. */
export type SearchMessage =
  | ({ readonly is: 'BETTER' | 'SOLVED' | 'CUT' } & Found)
  | { readonly is: 'EXPLAINED'; readonly explained: Explained; readonly work: number }
  | { readonly is: 'BOUGHT'; readonly points: readonly CurvePoint[] }
  | { readonly is: 'LOOKED'; readonly found: LeftOut }
  | { readonly is: 'OVER' }
  | ({ readonly is: 'FAILED' } & SearchFailure);

export const SEARCH_LIMITS: SearchLimits = { maxWork: 300_000, maxLabels: 100_000, explaining: { maxWork: 30_000, maxLabels: 20_000, mostWork: 3_000_000 }, curve: { maxWork: 150_000, maxLabels: 60_000 }, why: { maxWork: 300_000, maxLabels: 100_000, mostWork: 6_000_000 } };
