/** The papers of missions: their pages. */
export { paperRoutes } from './routes.ts';
