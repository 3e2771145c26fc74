export { newExpertRoutes } from './new.routes.ts';
export { enteringRoutes, proposalRoutes } from './routes.ts';
