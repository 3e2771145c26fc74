export { expertSearchRoutes } from './routes.ts';
