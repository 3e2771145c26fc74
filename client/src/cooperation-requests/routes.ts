import type { RouteRecordRaw } from 'vue-router';

/** The pages of cooperation requests, which posts and authorities send and the adviser reads, under the locale. */
export const cooperationRequestRoutes: RouteRecordRaw[] = [
  { path: 'cooperation-requests', name: 'cooperation-requests', component: () => import('./RequestsPage.vue'), meta: { texts: ['account', 'conditions', 'needs', 'prepare'], isUnlisted: true } },
  { path: 'cooperation-requests/new', name: 'cooperation-request-new', component: () => import('./NewRequestPage.vue'), meta: { texts: ['account', 'conditions', 'dates', 'guard', 'needLinks', 'needs', 'prepare'], isUnlisted: true } },
  { path: 'cooperation-requests/:id', name: 'cooperation-request', component: () => import('./RequestPage.vue'), props: true, meta: { texts: ['account', 'conditions', 'consultations', 'guard', 'needs', 'prepare'], isUnlisted: true } },
];
