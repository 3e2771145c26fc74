export { isSignedIn } from './presence.ts';
export { accountRoutes } from './routes.ts';
export { ViewerLine } from './laterViewerLine.ts';
