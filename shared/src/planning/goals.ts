import type { Day, Id } from './units.ts';

/**
 * What is measured of a plan. Each reads the plan and what stands in its own term, and neither the period, nor limits, nor what else could be done: so nothing that only allows more
 * plans lowers the best value.
 *
 * - PROFIT: the profits of the meetings together.
 * - COUNTRIES_SERVED: how many of the listed countries have a meeting.
 * - SHARED_NEEDS: for each group of needs, in how many countries one of it is answered, less one.
 * - COST_CENTS: all lines of the costs.
 * - TRAVEL_MINUTES: of all persons together.
 * - NIGHTS: person-nights away: for each person the midnights from the local day of the first departure to that of the last arrival, none where that is an earlier one.
 * - PERSON_DAYS: the same with both days counted; 0 for who does not travel.
 * - BALANCE: of each listed country the smaller of the numbers of meetings with authorities (AUTHORITY, JUSTICE, POLICE) and with NGOs.
 * - NGO_COUNTRIES: how many of the listed countries have a meeting with victims’ assistance.
 * - SHORT_SLACK: for each flight before which its passenger attended a meeting in that stay, by how many minutes less than `slackMinutes` lie between.
 * - KEPT: meetings at the same minute as in the former plan, and attendances that are in both.
 * - FRESH: of the team, whose last mission is known and was before `freshBefore`. Of whom it is not known, who counts as nothing.
 * - GROUPS: of the listed groups, the number in the team of the one with fewest.
 */
export type GoalTerm = { readonly weight: number } & (
  | { readonly measure: 'PROFIT' | 'COST_CENTS' | 'TRAVEL_MINUTES' | 'NIGHTS' | 'PERSON_DAYS' | 'KEPT' }
  | { readonly measure: 'COUNTRIES_SERVED' | 'BALANCE' | 'NGO_COUNTRIES'; readonly countryIds: readonly Id[] }
  | { readonly measure: 'SHARED_NEEDS'; readonly sharedNeeds: readonly (readonly Id[])[] }
  | { readonly measure: 'SHORT_SLACK'; readonly slackMinutes: number }
  | { readonly measure: 'FRESH'; readonly freshBefore: Day }
  | { readonly measure: 'GROUPS'; readonly groups: readonly Id[] }
);

export type Measure = GoalTerm['measure'];

/** The value of a plan is a vector: at each level the sum of weight times measure, the greater the better, an earlier level before all later ones. Here the order of levels counts. */
export interface GoalLevel {
  readonly id: Id;
  readonly terms: readonly GoalTerm[];
}

/** A value, level by level. */
export type Value = readonly number[];

/** Whether a value is better than another (> 0), worse (< 0) or the same (0): the first level at which they differ decides. */
export function compareValues(a: Value, b: Value): number {
  for (let level = 0; level < a.length; level += 1) {
    if (a[level] !== b[level]) return a[level]! - b[level]!;
  }
  return 0;
}
