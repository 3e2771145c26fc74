import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { references } from './references.ts';
import type { ParseFault, Shape } from './shape.ts';
import * as shapes from './shapes.ts';

/** What a text or a job holds, or all that is wrong with it. */
export type Parsed<T> = { readonly isValid: true; readonly value: T } | { readonly isValid: false; readonly faults: readonly ParseFault[] };

/** The version that this reads. A change that only adds fields is a higher one, too: what reads an older one must not lose them. */
const VERSION = 1;

function isNewer(value: unknown): boolean {
  const version: unknown = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return typeof version === 'number' && version > VERSION;
}

function parse<T>(value: unknown, shape: Shape<T>, ask: (value: T) => ParseFault[]): Parsed<T> {
  if (isNewer(value)) return { isValid: false, faults: [{ code: 'NEWER_VERSION', path: 'version' }] };
  const form = shape(value, '');
  const faults = form.length > 0 ? form : ask(value as T);
  return faults.length > 0 ? { isValid: false, faults } : { isValid: true, value: value as T };
}

/**
 * A problem out of parsed JSON. Faults: of its fields (`NOT_…`, MISSING, UNKNOWN_FIELD, OUT_OF_RANGE, EMPTY, NO_SUCH_ALTERNATIVE); where these are in order, of what they name (TWICE, NO_SUCH_ID), of
 * laws that are in force at once (OVERLAP), of services that begin or end in another country than their places (WRONG_ENDS), of matrices (SEVERAL_COUNTRIES, NOT_SQUARE), of times
 * (BACKWARDS). NEWER_VERSION alone for what a later program has written: leave it to that.
 */
export const parseProblem = (value: unknown): Parsed<Problem> => parse(value, shapes.problem, references);

/** A plan out of parsed JSON; the faults of its fields. Whether it is one for a problem is asked of `validate`. */
export const parsePlan = (value: unknown): Parsed<Plan> => parse(value, shapes.plan, () => []);
