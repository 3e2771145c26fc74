import type { RouteRecordRaw } from 'vue-router';

/** The pages of needs that several countries share, the adviser’s alone, under the locale. */
export const commonNeedRoutes: RouteRecordRaw[] = [
  { path: 'common-needs', name: 'common-needs', component: () => import('./CommonNeedsPage.vue'), meta: { texts: ['account', 'commonNeeds', 'conditions', 'dates', 'guard', 'needs', 'prepare'], isUnlisted: true } },
  { path: 'common-needs/:id', name: 'common-need', component: () => import('./CommonNeedPage.vue'), props: true, meta: { texts: ['account', 'commonNeeds', 'conditions', 'guard', 'needs', 'prepare'], isUnlisted: true } },
];
