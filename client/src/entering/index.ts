export { enteringRoutes, proposalRoutes } from './routes.ts';
