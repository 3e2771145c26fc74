export { countryFileRoutes } from './routes.ts';
