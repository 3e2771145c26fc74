import type { RouteRecordRaw } from 'vue-router';

/** The page of the French practices shown abroad, under the locale. */
export const shownPracticeRoutes: RouteRecordRaw[] = [
  { path: 'practices', name: 'practices', component: () => import('./PracticesPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'practices', 'prepare'], description: 'practices.intro' } },
];
