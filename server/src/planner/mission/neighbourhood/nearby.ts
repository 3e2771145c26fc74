/** Plans near to the best one of a large mission: within its limits where these are tight, and then by all that is wished. Nothing is claimed by it. */
import type { Value } from '@passerelle/shared/planning.ts';
import { crewOf } from '../model/crew.ts';
import type { Model } from '../model/model.ts';
import { CHEAP, NEAR, NEAR_LEAST, WITHIN } from '../shares.ts';
import type { Crews, Going } from '../teams/crews.ts';
import { teamsSent } from '../teams/thrifty-teams.ts';
import { type Begun, type LargeOptions, searchLarge } from './large-neighbourhood.ts';
import { beginning, searchWithin, type WithinOptions } from './strategic-oscillation.ts';

export interface Nearby extends Omit<WithinOptions, 'known' | 'least'> {
  /** The best plan by now, and what it is worth. */
  begun(): Begun | null;
  least(): Value | null;
  /** The work by now; `maxWork` is all of it. */
  work(): number;
  worked(work: number): void;
  isOver(): boolean;
  /** Whether the first level is proved. */
  isDone(): boolean;
}

/** Where limits are tight: first with teams that are chosen for few places. */
export function lookWithin(model: Model, crews: Crews, nearby: Nearby, send: (of: Model, going: readonly Going[]) => void): void {
  const { maxWork, work, worked, isOver, begun, least } = nearby;
  for (const { model: of, going } of teamsSent(model, crews, maxWork, (steps) => worked(Math.ceil(steps / CHEAP)))) if (!isOver()) send(of, going);
  worked(searchWithin(model, crews, { ...nearby, known: begun(), maxWork: (maxWork - work()) * WITHIN, least: least() }));
}

/** Something small, by few beams: where nothing is found otherwise, that can be gone on with. */
function begins(model: Model, crews: Crews, nearby: Nearby): void {
  const { begun, work } = beginning(model, crews, { ...nearby, maxWork: nearby.maxWork * NEAR_LEAST });
  nearby.worked(work);
  if (begun) nearby.found(crewOf(model, begun.going), begun.going, begun.whole);
}

/** Where the first level is not proved these have their share even if all of the work is used up: of little of it what bounds may have taken it all. */
export function lookNear(model: Model, crews: Crews, nearby: Nearby): void {
  const { maxWork, work, worked, isDone, isOver, stops } = nearby;
  if (!nearby.begun() && !stops()) begins(model, crews, nearby);
  const begun = nearby.begun();
  if (!begun || stops() || (isOver() && isDone())) return;
  const options: LargeOptions = { ...nearby, candidates: crews.choices(), must: crews.must, largest: crews.most, maxWork: Math.max((maxWork - work()) * NEAR, isDone() ? 0 : maxWork * NEAR_LEAST), within: null, least: null };
  worked(searchLarge(model, begun, options));
}
