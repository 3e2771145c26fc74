import type { Counted } from '../allowance.ts';
import type { Ref, Violation } from './answer.ts';
import type { CostKind } from './problem.ts';
import type { Cents, Instant } from './units.ts';

/** An amount in cents of euros and how it comes about. `units`: vehicles, or people who interpret; `counted`, `permille`: of an allowance. */
export interface CostLine {
  readonly kind: CostKind;
  readonly cents: Cents;
  readonly about: readonly Ref[];
  readonly at: Instant | null;
  readonly units: number;
  readonly counted: Counted | null;
  readonly permille: number | null;
}

/** All lines, and what breaks H6 because its price is unknown. */
export interface Costs {
  readonly lines: readonly CostLine[];
  readonly unknown: readonly Violation[];
}
