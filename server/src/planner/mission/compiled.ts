/** A problem compiled for the search, without what no plan has: hours of meetings for which no rate is known, and those that no limit leaves money for. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { type Model, modelOf } from './model/model.ts';
import { ratedOf } from './model/rated.ts';
import { payableOf } from './relaxation/payable.ts';
import { ableOf } from './teams/crews.ts';

export function compiledFrom(problem: Problem, isFine = false): Model {
  const model = ratedOf(modelOf(problem, isFine));
  return payableOf(model, ableOf(model));
}
