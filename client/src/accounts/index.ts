export { broughtSession, isSignedIn, isVisitor } from './presence.ts';
export { accountRoutes } from './routes.ts';
export { startAnew } from './startAnew.ts';
export { ViewerLine } from './laterViewerLine.ts';
export { default as AccountWays } from './AccountWays.vue';
export { default as ClosedNotice } from './ClosedNotice.vue';
export { default as MembershipList } from './MembershipList.vue';
export type { Membership } from './useViewer.ts';
export { default as TheirsGate } from './TheirsGate.vue';
