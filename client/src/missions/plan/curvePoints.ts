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
  /** Of envelopes for which no plan was found: shares of the width. */
  readonly without: readonly number[];
  /** In cents: the ends of its scale. */
  readonly least: number;
  readonly most: number;
}

/** The drawing; of nothing known it has no steps. What is had without a limit is in the table alone: it has no place on a scale of envelopes. */
export function curveDrawing(points: readonly CurvePoint[], total: number): CurveDrawing {
  const limited = points.flatMap(({ envelopeCents, ...point }) => (envelopeCents === null ? [] : [{ envelopeCents, ...point }]));
  const most = Math.max(0, ...limited.map(({ envelopeCents }) => envelopeCents));
  const least = Math.min(most, ...limited.flatMap(({ envelopeCents, costCents }) => [envelopeCents, ...(costCents === null ? [] : [costCents])]));
  const along = (cents: number): number => (most === least ? 1 : (cents - least) / (most - least));
  const steps = limited.flatMap(({ envelopeCents, costCents, meetings, isProved }) => (meetings === null || costCents === null ? [] : [{ key: envelopeCents, from: along(costCents), until: along(envelopeCents), height: 1 - meetings / Math.max(1, total), meetings, isProved }]));
  return { steps, without: limited.filter(({ meetings }) => meetings === null).map(({ envelopeCents }) => along(envelopeCents)), least, most };
}
