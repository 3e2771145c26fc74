import type { RouteRecordRaw } from 'vue-router';

/** The report of a mission, which is the adviser’s. */
export const reportRoutes: RouteRecordRaw[] = [
  { path: 'missions/:id/report', name: 'mission-report', component: () => import('./ReportPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'labels', 'missions', 'prepare', 'reports'], isUnlisted: true } },
];

/** What everybody reads of missions. */
export const publicationRoutes: RouteRecordRaw[] = [
  { path: 'results', name: 'results', component: () => import('./PublicationsPage.vue'), meta: { texts: ['conditions', 'reports'] } },
  { path: 'results/:id', name: 'result', component: () => import('./PublicationPage.vue'), props: true, meta: { texts: ['missions', 'prepare', 'reports'] } },
];
