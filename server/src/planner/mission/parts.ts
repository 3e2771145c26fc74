/**
 * Missions that are planned within a mission, and leave it something to begin with: one by profits where something else is wished first, one in which what must be in is only wished, and the same one with less work, in another order.
 * Nothing is claimed by the first two.
 */
import { type Problem, valueOf } from '@passerelle/shared/planning.ts';
import type { Known } from './known.ts';
import { isIn, type Model, requiredOf } from './model/model.ts';
import { alongPins } from './model/pinned-journeys.ts';
import { byProfits, isWished } from './model/worth.ts';
import type { MissionRequest, Watch } from './request.ts';
import { BEGUN, DEARLY, PINNED, REHEARSED } from './shares.ts';

/** A mission that is planned. */
export interface Part {
  readonly known: Known;
  readonly work: number;
  run(model: Model): void;
}

/** How a mission is planned. */
export interface Manner {
  /** Whether crews are looked through once more, departure by departure. */
  readonly goesOn?: boolean;
  /** Whether it ends with a plan that holds what is wished most. */
  readonly isDear?: boolean;
  /** Whether windows of days are left out: what is found in them first may hide a better way. */
  readonly isOther?: boolean;
  /** Whether other ways than pinned journeys are left out. */
  readonly isAlong?: boolean;
}

/** The mission within which others are planned. */
export interface Outer extends Pick<Part, 'known' | 'work'> {
  readonly request: MissionRequest;
  readonly watch: Watch;
  begin(request: MissionRequest, watch: Watch, manner?: Manner): Part;
}

const isStopped = ({ watch }: Outer): boolean => watch.shouldStop?.() ?? false;

/** Takes over the plan of a part, by the goals of the mission. */
function takeOver(problem: Problem, { known }: Outer, { known: { best, begun } }: Part): void {
  if (!best) return;
  const value = valueOf(problem, best.plan);
  known.offer(best.plan, value, begun && { ...begun, whole: { ...begun.whole, value } });
}

/**
 * Where a plan of nothing is none, as something must be in, and profits alone are not the first goal, plans are looked for as if they were: what costs least holds least, and does not lead to what must be in. Where nothing
 * costs in the first goal such plans are soon as good as can be by it, and where none are looked for near to a first one there has to be a good one: they are looked for with all of that share of the work. Otherwise the first plan is enough.
 */
export function planByProfits(outer: Outer, model: Model, isLarge: boolean): { readonly work: number; readonly mayGoOn: boolean } {
  const { request, known } = outer;
  const problem = { ...model.problem, goals: byProfits(model.problem) };
  const isFirstEnough = isLarge && !isWished(model.problem);
  const first: Part = outer.begin({ ...request, problem, enough: isFirstEnough ? null : undefined }, { shouldStop: () => isStopped(outer) || (first.known.best !== null && first.work > request.maxWork * BEGUN) });
  first.run({ ...model, problem });
  known.isNone = first.known.isNone;
  takeOver(model.problem, outer, first);
  // What has been looked through need not be looked through again.
  return { work: first.work, mayGoOn: first.known.best !== null || first.known.open !== null };
}

/** The same model in which nothing must be in, but each of what must be brings more than all that need not; and what a plan brings at least that holds all of it. Who is pinned to attend something still has to. */
function dearOf(model: Model): { readonly model: Model; readonly enough: number } {
  const { problem, tasks, required: [lo, hi] } = model;
  const dear = 1 + problem.meetings.reduce((sum, { profit }) => sum + Math.max(0, profit), 0);
  const wished = tasks.map((task) => (isIn(task, lo, hi) ? { ...task, meeting: { ...task.meeting, isMandatory: false, profit: task.meeting.profit + dear } } : task));
  const of: Problem = { ...problem, meetings: wished.map(({ meeting }) => meeting), goals: byProfits(problem), pins: problem.pins.filter(({ pin }) => pin !== 'IN' && pin !== 'AT') };
  return { model: { ...model, problem: of, tasks: wished, required: requiredOf(of, wished) }, enough: wished.filter((task) => isIn(task, lo, hi)).length * dear };
}

/** Where many meetings must be in, one that lacks a single one of them is no plan, and nothing leads to one that lacks none: as what is wished most they are put in one after another. Ends with the first plan that holds them all; how much work that was. */
export function planDearly(outer: Outer, model: Model): number {
  const { request, work } = outer;
  const { model: of, enough } = dearOf(model);
  const part = outer.begin({ ...request, problem: of.problem, maxWork: (request.maxWork - work) * DEARLY, enough }, { shouldStop: () => isStopped(outer) }, { isDear: true });
  part.run(of);
  if (part.known.best && part.known.best.value[0]! >= enough) takeOver(model.problem, outer, part);
  return part.work;
}

/** Where journeys are pinned, few ways are left, and hardly any leads to them by chance: plans are looked for among these alone; how much work that was. */
export function planAlongPins(outer: Outer, model: Model): number {
  const { request, work } = outer;
  const part = outer.begin({ ...request, maxWork: (request.maxWork - work) * PINNED }, { onBetter: (plan, value) => outer.known.offer(plan, value), shouldStop: () => isStopped(outer) }, { isAlong: true });
  part.run(alongPins(model));
  takeOver(model.problem, outer, part);
  return part.work;
}

/** What less work finds, and bounds, where the first level is not proved: ways that are followed with all of the work may lead to less (a portfolio: Huberman, Lukose and Hogg 1997); how much work that was. */
export function rehearse(outer: Outer, model: Model): number {
  const { request, known } = outer;
  const less = outer.begin({ ...request, maxWork: request.maxWork * REHEARSED }, { onBetter: (plan, value) => known.offer(plan, value), shouldStop: () => isStopped(outer) || known.isFirstProved() }, { isOther: true });
  less.run(model);
  takeOver(model.problem, outer, less);
  if (!less.known.isDoubtful) known.total = known.total.map((most, level) => (level === 0 ? Math.min(most, less.known.total[0]!) : most));
  return less.work;
}
