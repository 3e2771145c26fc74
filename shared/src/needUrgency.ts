/** How urgent a need is: what makes it so, and the level that each of these gives. The database says the same (`urgency_of`). */

/** From the least to the most. */
export const URGENCIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What can make a need urgent, with the level that it gives; the most pressing first. */
export const URGENCY_CRITERIA = { LIVES: 'CRITICAL', CHILDREN: 'HIGH', NO_ANSWER: 'HIGH', RISING: 'HIGH', DEADLINE: 'MEDIUM', RECOMMENDED: 'MEDIUM', REGIONAL: 'MEDIUM' } as const satisfies Readonly<Record<string, Urgency>>;
export type UrgencyCriterion = keyof typeof URGENCY_CRITERIA;

/** The level that some of them give together: the highest of theirs; LOW where there is none. */
export function urgencyOf(criteria: readonly UrgencyCriterion[]): Urgency {
  return URGENCIES.findLast((level) => criteria.some((one) => URGENCY_CRITERIA[one] === level)) ?? 'LOW';
}
