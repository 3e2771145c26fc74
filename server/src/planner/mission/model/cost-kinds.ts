/** Kinds of costs by their numbers: money is counted in lists by kind. */
import { COST_KINDS, type CostKind } from '@passerelle/shared/planning.ts';

const numberOf = (kind: CostKind): number => COST_KINDS.indexOf(kind);

export const FARE = numberOf('FARE');
export const ALLOWANCE = numberOf('ALLOWANCE');
export const INTERPRETER = numberOf('INTERPRETER');
export const OTHER = numberOf('OTHER');
