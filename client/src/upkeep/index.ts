export { upkeepRoutes } from './routes.ts';
