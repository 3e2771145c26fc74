export { enteringRoutes } from './routes.ts';
