/** Plans that are searched for: the planner answers about a mission. */
export { PlanSearch } from './plan-search.entity.ts';
export { PlanSearchesResolver } from './plan-search.resolver.ts';
export { planJobs } from './plans.jobs.ts';
export { PlanTakeOverResolver } from './take-over.resolver.ts';
import './plan-search.reader.ts';
import './plans.personal.ts';
