import type { RouteRecordRaw } from 'vue-router';

/** The page on which the adviser searches experts, under the locale. */
export const expertSearchRoutes: RouteRecordRaw[] = [
  { path: 'find-experts', name: 'expert-search', component: () => import('./SearchPage.vue'), meta: { texts: ['clearances', 'conditions', 'dates', 'experts', 'labels', 'search'], isUnlisted: true } },
];
