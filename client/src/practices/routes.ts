import type { RouteRecordRaw } from 'vue-router';

/** The page of the French practices shown abroad, and the one where the record of an expert is kept, under the locale. */
export const practiceRoutes: RouteRecordRaw[] = [
  { path: 'practices', name: 'practices', component: () => import('./PracticesPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'practices', 'prepare'], description: 'practices.intro' } },
  { path: 'experts/:id/record', name: 'expert-record', component: () => import('./ExpertRecordPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'practices', 'prepare'], isUnlisted: true } },
];
