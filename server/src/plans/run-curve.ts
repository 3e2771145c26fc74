/** What envelopes buy, as a job finds it out: a search that is over, asked again with other limits of money. */
import type { Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import type { CurvePoint } from '../planner/explain/index.ts';
import { CAN_BE_BOUGHT, queueCurve } from './plan-curve.service.ts';
import { type Kept, runTask, type SearchRun, type Written } from './run-task.ts';
import type { SearchMessage } from './search-task.ts';

interface Begun {
  readonly run: string;
  readonly problem: Problem;
  readonly seed: number;
  readonly best: Plan | null;
  readonly worth: Value | null;
  readonly bound: Value | null;
  readonly isOptimal: boolean;
  readonly points: readonly CurvePoint[];
}

/** What is known of a run before stays until there is as much again. */
class KeptPoints implements Kept {
  #points: readonly CurvePoint[];
  isNew = false;

  constructor({ points }: Begun) {
    this.#points = points;
  }

  hear(message: SearchMessage): void {
    if (message.is !== 'BOUGHT' || message.points.length < this.#points.length) return;
    [this.#points, this.isNew] = [message.points, true];
  }

  values(): readonly unknown[] {
    return [JSON.stringify(this.#points)];
  }
}

/** Whether the search itself has proved that no plan is worth more at the first level, or that there is none. */
const isValueProved = ({ worth, bound, isOptimal }: Pick<Begun, 'worth' | 'bound' | 'isOptimal'>): boolean => isOptimal || (bound !== null && worth !== null && bound.length > 0 && bound[0]! <= worth[0]!);

const CURVE: Written<Begun> = {
  begin: `update plan_search set curve_state = 'RUNNING', curve_run = gen_random_uuid(), curve_version = curve_version + 1 where uuid = ? and curve_state in ('QUEUED', 'RUNNING') and ${CAN_BE_BOUGHT} returning curve_run as run, problem, seed, best, worth, bound, is_optimal as "isOptimal", curve_points as points`,
  write: `update plan_search set curve_points = ?::jsonb, curve_version = curve_version + 1 where uuid = ? and curve_run = ? and (curve_state = 'RUNNING' or curve_reason = 'ASKED') returning curve_state as state`,
  ask: `select curve_state as state from plan_search where uuid = ? and curve_run = ?`,
  end: `update plan_search set curve_state = ?, curve_reason = ?, curve_version = curve_version + 1 where uuid = ? and curve_run = ? and curve_state = 'RUNNING'`,
  broken: `update plan_search set curve_state = 'FAILED', curve_reason = 'BROKEN', curve_version = curve_version + 1 where uuid = ? and curve_state in ('QUEUED', 'RUNNING')`,
  task: ({ problem, seed, best, points, ...of }, limits) => ({ problem, seed, limits, money: { best, isValueProved: isValueProved(of), before: points } }), kept: (begun) => new KeptPoints(begun), queue: queueCurve,
};

/** Finds out what envelopes buy, until it is over, or is to end. */
export const runCurve = (search: string, run: SearchRun): Promise<void> => runTask(search, CURVE, run);
