export { officeRoutes } from './office.routes.ts';
export { memberRoutes } from './routes.ts';
