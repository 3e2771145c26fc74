/** Plans that are searched for: the planner answers about a mission. */
export { PlanSearch } from './plan-search.entity.ts';
export { PlanSearchesResolver } from './plan-search.resolver.ts';
export { isPlanSearchOutdated, searchPlan } from './plan-search.service.ts';
export type { PlanTakenAs } from './plan-codes.ts';
export { maySearchPlans } from './plan.policy.ts';
export type { Assumed, Explained } from './plan-stored.ts';
export type { PlanLevel } from './plan-level.type.ts';
export type { ProposedPlan } from './plan-shown.type.ts';
export { planJobs } from './plans.jobs.ts';
export { SearchPool } from './search-pool.ts';
export { showLeftOut } from './show-explained.ts';
export { showPlan } from './show-plan.ts';
export { openPercentOf, showLevels } from './show-value.ts';
export { PlanTakeOverResolver } from './take-over.resolver.ts';
export { TryPlanPinsResolver } from './try-pins.resolver.ts';
import './plan-search.reader.ts';
import './plans.personal.ts';
