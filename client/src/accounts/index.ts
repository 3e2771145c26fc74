export { emailFault } from './emailFault.ts';
export { isSignedIn } from './presence.ts';
export { accountRoutes } from './routes.ts';
export { useSecret } from './secret.ts';
export { startAnew } from './startAnew.ts';
export { ViewerLine } from './laterViewerLine.ts';
