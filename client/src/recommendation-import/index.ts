export { recommendationImportRoutes } from './routes.ts';
