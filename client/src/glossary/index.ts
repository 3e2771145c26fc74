export { glossaryRoutes } from './routes.ts';
