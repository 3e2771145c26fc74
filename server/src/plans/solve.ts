/** The planner of missions as whoever explains asks it: a limit on the work of each time. */
import type { Solve } from '../planner/explain/index.ts';
import { planMission } from '../planner/mission/index.ts';

export interface SolveLimits {
  readonly seed: number;
  readonly maxWork: number;
  readonly maxLabels: number;
  /** Asked on the way: true ends it with what it has. */
  readonly stops?: () => boolean;
}

/** Where it is proved that there is no plan there is no bound either: none is what the explanations call it. */
export const solverOf = ({ seed, maxWork, maxLabels, stops = () => false }: SolveLimits): Solve => (problem, enough, most = maxWork) => {
  const { plan, value, bound, isOptimal, work } = planMission({ problem, seed, maxWork: Math.min(maxWork, most), maxLabels, ...(enough !== undefined && { enough }) }, { shouldStop: stops });
  return { plan, value, bound: bound ?? [], isOptimal, work };
};
