export { newSessionRoutes } from './new.routes.ts';
export { preparingRoutes } from './routes.ts';
