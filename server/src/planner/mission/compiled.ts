/** A problem compiled for the search, without what no plan has: hours of meetings for which no rate is known, and those that no limit leaves money for. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { ableOf } from './crews.ts';
import { type Model, modelOf } from './model.ts';
import { payableOf } from './payable.ts';
import { ratedOf } from './rated.ts';

export function compiledFrom(problem: Problem, isFine = false): Model {
  const model = ratedOf(modelOf(problem, isFine));
  return payableOf(model, ableOf(model));
}
