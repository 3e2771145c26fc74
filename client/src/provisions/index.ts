export { provisionRoutes } from './routes.ts';
