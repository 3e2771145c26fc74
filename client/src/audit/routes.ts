import type { RouteRecordRaw } from 'vue-router';

/** The page of who did what, under the locale: the adviser's alone, so that it is in no list. */
export const auditRoutes: RouteRecordRaw[] = [
  { path: 'audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { texts: ['conditions', 'dates', 'audit'], isUnlisted: true } },
];
