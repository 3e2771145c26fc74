export { preparingRoutes } from './routes.ts';
