export { instrumentName } from './instrumentName.ts';
export { instrumentRoutes } from './routes.ts';
