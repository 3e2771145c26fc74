/**
 * Plans within tight limits: one is looked for as if there were none, and then changed until it is within them. Whoever builds a plan meeting by meeting spends what is there on the first of them, and is left with little;
 * from above, what brings least for what it costs is taken out again.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import type { Whole } from '../labels/finish.ts';
import { searchCrew } from '../labels/label-setting.ts';
import type { Onward } from '../labels/onward.ts';
import { type Crew, crewOf } from '../model/crew.ts';
import type { Model } from '../model/model.ts';
import type { Crews, Going } from '../teams/crews.ts';
import { type Begun, type LargeOptions, searchLarge } from './large-neighbourhood.ts';
import { isTight, isWithin, type Within } from './penalty.ts';

export interface WithinOptions extends Omit<LargeOptions, 'within' | 'candidates' | 'must' | 'largest'> {
  readonly onward: Onward;
  readonly widths: readonly number[];
  /** The best plan that is known within the limits. */
  readonly known: Begun | null;
}

export type BeginningOptions = Pick<WithinOptions, 'worth' | 'ways' | 'onward' | 'widths' | 'maxWork' | 'prepared' | 'stops'>;

/** The share of the work for a plan to begin with. */
const FIRST = 0.25;
/** How often it is changed anew: from that plan, and from the best one within the limits. */
const ROUNDS = 2;

const limitsOf = ({ limits, problem: { maxNights } }: Model): Within => ({ limits, maxNights });

/** Whether limits may be in the way of a better plan than one that was found within them; `most`: what the first level cannot exceed. */
export const mayBeTight = (model: Model, known: Begun | null, most: number): boolean => {
  const within = limitsOf(model);
  return (within.limits.length > 0 || within.maxNights !== null) && (known === null || isTight(known.whole, within, most));
};

/** A plan to begin with, soon. */
export function beginning(model: Model, crews: Crews, { worth, ways, onward, widths, maxWork, prepared, stops }: BeginningOptions): { readonly begun: Begun | null; readonly work: number } {
  let begun: Begun | null = null;
  let best: Value | null = null;
  let work = 0;
  for (const going of crews.greedy().toReversed()) {
    if (work >= maxWork * FIRST || stops()) break;
    const found = (whole: Whole): void => {
      begun = { going, whole };
      best = whole.value;
    };
    work += prepared + searchCrew(model, crewOf(model, going), { worth, ways, onward, widths, maxWork: maxWork * FIRST - work, maxLabels: 0, best: () => best, found, isFirstProved: () => false, stops }).work;
  }
  return { begun, work };
}

/** Looks for plans within the limits of a model; how much work that was. */
export function searchWithin(model: Model, crews: Crews, options: WithinOptions): number {
  const within = limitsOf(model);
  const freed: Model = { ...model, problem: { ...model.problem, maxNights: null }, limits: [] };
  const { begun, work } = beginning(freed, crews, options);
  if (!begun || isWithin(begun.whole, within)) return work;
  let [from, least, used] = [options.known ?? begun, options.least, work];
  const found = (crew: Crew, going: readonly Going[], whole: Whole): void => {
    [from, least] = [{ going, whole }, whole.value];
    options.found(crew, going, whole);
  };
  const share = (options.maxWork - work) / ROUNDS;
  for (let round = 0; round < ROUNDS && !options.stops(); round += 1) {
    used += searchLarge(freed, round === 0 ? begun : from, { ...options, candidates: crews.choices(), must: crews.must, largest: crews.most, seed: options.seed + round, maxWork: share, within, least, found });
  }
  return used;
}
