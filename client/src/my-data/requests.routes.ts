import type { RouteRecordRaw } from 'vue-router';

/** The page of what people ask about their data, under the locale. */
export const dataRequestRoutes: RouteRecordRaw[] = [
  { path: 'data-requests', name: 'data-requests', component: () => import('./DataRequestsPage.vue'), meta: { texts: ['conditions', 'guard', 'myData'], isUnlisted: true } },
];
