/** What envelopes buy, as it is shown. Pure functions. */
import type { CurvePoint } from '../planner/explain/index.ts';
import { MOST } from './envelopes.ts';
import type { PlanSearchReason, PlanSearchState } from './plan-codes.ts';
import type { PlanCurve } from './plan-curve.type.ts';

/** Null where nobody has asked. */
export const showCurve = ({ state, reason, points }: { readonly state: PlanSearchState | null; readonly reason: PlanSearchReason | null; readonly points: readonly CurvePoint[] }): PlanCurve | null =>
  state && { state, reason, points: points.toSorted((a, b) => a.cents - b.cents).map(({ cents, meetings, value, from, isValueProved }) => ({ envelopeCents: cents === MOST ? null : cents, meetings, value, costCents: from, isProved: isValueProved })) };
