export { cooperationRequestRoutes } from './routes.ts';
