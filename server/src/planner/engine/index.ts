/** The door of the planner's engine. */
export { upperBound } from './bound.ts';
export { checkRoutes } from './check-routes.ts';
export { exactRoute } from './exact.ts';
export { type Found, localSearch } from './local-search.ts';
export { type Network, type NetworkData, networkOf } from './network.ts';
export { tightened } from './tighten.ts';
