/** Whether what two plans are worth can be compared: where the same was measured in the same way. Pure functions. */
import type { PlanSearch } from './usePlan.ts';

/** What a plan was searched for by. */
export interface Aim {
  readonly levels: PlanSearch['value'];
  readonly settings: Pick<PlanSearch['settings'], 'isIdea' | 'former'>;
}

/** What stays as in an earlier plan is another number for each of these plans; points of meetings are others where countries were asked for. */
function aimOf({ levels, settings: { isIdea, former } }: Aim): string {
  const terms = levels.map((level) => level.terms.map(({ measure, weight, points }) => [measure, weight, points !== null]));
  const isKept = levels.some((level) => level.terms.some(({ measure }) => measure === 'KEPT'));
  return JSON.stringify([terms, isIdea, isKept && former ? [former.search, former.as] : null]);
}

/** Whether both were searched for by the same goals. Of what has no goals nothing is compared. */
export const isAlike = (one: Aim | undefined, other: Aim | undefined): boolean => one !== undefined && other !== undefined && one.levels.length > 0 && aimOf(one) === aimOf(other);
