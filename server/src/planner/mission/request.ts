/** What the planner of missions is asked, and what it answers. */
import type { Plan, Problem, Value } from '@passerelle/shared/planning.ts';

export interface MissionRequest {
  readonly problem: Problem;
  /** What plans are looked for near to a good one is drawn by it. */
  readonly seed: number;
  /** Things that are tried, and comparisons. */
  readonly maxWork: number;
  /** Plans that have begun, of a crew. */
  readonly maxLabels: number;
  /** What the first level has to be at least, where that alone is asked: the search ends with a plan that is worth so much, or when it is known that there is none. Null for any plan. */
  readonly enough?: number | null;
  /** False where plans near to a good one are not to be looked for: what they bring is measured against it. */
  readonly looksNear?: boolean;
  /** False where nothing is to be found before crews are looked through: what that search gives up wrongly is hidden by plans that are known already. */
  readonly looksSoon?: boolean;
}

export interface MissionAnswer {
  /** Null where none was found. */
  readonly plan: Plan | null;
  readonly value: Value | null;
  /** No plan has a better value, but for those with longer ways that somebody goes alone; what lies behind the first level at which it differs from `value` is not proved. Null where it is proved that there is no such plan. */
  readonly bound: Value | null;
  /** Whether nothing better is possible, but by longer ways that somebody goes alone; without a plan, that there is none. */
  readonly isOptimal: boolean;
  readonly work: number;
}

export interface Watch {
  /** A better plan, what it is worth, and what no plan exceeds as far as is known by then. */
  onBetter?(plan: Plan, value: Value, bound: Value): void;
  /** Asked between steps: true ends the search, and the best so far is given back. */
  shouldStop?(): boolean;
}
