export { missionRoutes } from './routes.ts';
