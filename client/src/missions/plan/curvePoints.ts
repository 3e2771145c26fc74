/** What envelopes buy, as it is drawn: steps that begin with what a plan costs and end with the envelope for which it was found. Pure functions. */
import type { PlanSearch } from './usePlan.ts';

export type CurvePoint = NonNullable<PlanSearch['curve']>['points'][number];

/** Shares of the width and of the height, from the start and from above. */
export interface CurveStep {
  readonly key: number;
  readonly from: number;
  readonly until: number;
  readonly height: number;
  readonly meetings: number;
  readonly isProved: boolean;
}

export interface CurveDrawing {
  readonly steps: readonly CurveStep[];
  /** In cents: the ends of its scale. */
  readonly least: number;
  readonly most: number;
}

/** The drawing; of nothing known it has no steps. An envelope for which there is no plan is not drawn. */
export function curveDrawing(points: readonly CurvePoint[], total: number): CurveDrawing {
  const most = Math.max(0, ...points.map(({ envelopeCents }) => envelopeCents));
  const least = Math.min(most, ...points.flatMap(({ envelopeCents, costCents }) => [envelopeCents, ...(costCents === null ? [] : [costCents])]));
  const along = (cents: number): number => (most === least ? 1 : (cents - least) / (most - least));
  const steps = points.flatMap(({ envelopeCents, costCents, meetings, isProved }) => (meetings === null || costCents === null ? [] : [{ key: envelopeCents, from: along(costCents), until: along(envelopeCents), height: 1 - meetings / Math.max(1, total), meetings, isProved }]));
  return { steps, least, most };
}
