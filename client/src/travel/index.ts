/** What planning needs to know of travelling: its page. */
export { travelRoutes } from './routes.ts';
