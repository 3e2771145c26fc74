import type { RouteRecordRaw } from 'vue-router';

/** The report of a mission, which is the adviser’s. */
export const reportRoutes: RouteRecordRaw[] = [
  { path: 'missions/:id/report', name: 'mission-report', component: () => import('./ReportPage.vue'), props: true, meta: { texts: ['budget', 'conditions', 'dates', 'guard', 'labels', 'missions', 'needLinks', 'prepare', 'reports'], isUnlisted: true } },
];
