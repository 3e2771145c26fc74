export { needRoutes } from './routes.ts';
