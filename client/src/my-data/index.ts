export { dataRequestRoutes } from './requests.routes.ts';
export { myDataRoutes } from './routes.ts';
