/** Which meetings a plan leaves out, and what is known of why. Pure functions. */
import type { Plan, PlanSearch } from './usePlan.ts';

export type LeftOut = PlanSearch['leftOut'][number];

/** A meeting that is left out; `why` is undefined where nobody has looked into it: the search was over, goes on, or explains another plan of its own. */
export interface Out {
  readonly meetingKey: string;
  readonly why: LeftOut | undefined;
}

/** The meetings that there were to choose from, but those of a plan of a search: first those of which is known why, which is looked for of the best plan alone. */
export function leftOutOf(search: Pick<PlanSearch, 'meetings' | 'assumptions' | 'leftOut' | 'plan' | 'alternatives'>, plan: Pick<Plan, 'meetings'>): readonly Out[] {
  const plans = [plan, ...(search.plan ? [search.plan] : []), ...search.alternatives.map((other) => other.plan)];
  const known = [...search.leftOut.map(({ meetingKey }) => meetingKey), ...search.meetings.map(({ key }) => key), ...search.assumptions.candidates.map(({ meetingKey }) => meetingKey), ...plans.flatMap(({ meetings }) => meetings.map(({ meetingKey }) => meetingKey))];
  const out = [...new Set(known)].filter((key) => !plan.meetings.some(({ meetingKey }) => meetingKey === key));
  return out.map((meetingKey) => ({ meetingKey, why: plan === search.plan ? search.leftOut.find((one) => one.meetingKey === meetingKey) : undefined }));
}
