/** Where recommendations stand, of those of which who asks knows it. */
import type { Condition } from './lists.ts';

const CLOSED = ['IMPLEMENTED', 'NO_LONGER_RELEVANT'];

/** The entry made last that they see says so, an invented one only where there is no other; where there is none, nothing is known, and nothing closed. */
export const standsAt: Condition = ({ rows, sight }, recommendation, standing: string) => {
  if (!sight.follows(recommendation)) return false;
  const [last] = rows.where('recommendation_progress', 'recommendation_slug', recommendation.slug!).toSorted((one, other) => Number(one.is_demonstration) - Number(other.is_demonstration) || Number(other.entered_at) - Number(one.entered_at) || Number(other.position) - Number(one.position));
  if (!last) return standing === 'OPEN' || standing === 'UNKNOWN';
  return standing === 'OPEN' ? !CLOSED.includes(last.status as string) : last.status === standing;
};
