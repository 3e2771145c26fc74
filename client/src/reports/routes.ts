import type { RouteRecordRaw } from 'vue-router';

/** The report of a mission, which is the adviser’s. */
export const reportRoutes: RouteRecordRaw[] = [
  { path: 'missions/:id/report', name: 'mission-report', component: () => import('./ReportPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'missions', 'prepare', 'reports'], isUnlisted: true } },
];

/** What everybody reads of missions. */
export const publicationRoutes: RouteRecordRaw[] = [
  { path: 'mission-results', name: 'mission-results', component: () => import('./PublicationsPage.vue'), meta: { texts: ['conditions', 'reports'], description: 'reports.public.intro' } },
  { path: 'mission-results/:id', name: 'mission-result', component: () => import('./PublicationPage.vue'), props: true, meta: { texts: ['labels', 'prepare', 'reports'], description: 'reports.public.intro' } },
];
