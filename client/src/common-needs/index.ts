export { commonNeedRoutes } from './routes.ts';
