import type { RouteRecordRaw } from 'vue-router';

/** The pages of needs, which posts enter and the adviser reads, under the locale. */
export const needRoutes: RouteRecordRaw[] = [
  { path: 'needs', name: 'needs', component: () => import('./NeedsPage.vue'), meta: { texts: ['account', 'conditions', 'dates', 'needs', 'prepare'], isUnlisted: true } },
  { path: 'needs/new', name: 'need-new', component: () => import('./NewNeedPage.vue'), meta: { texts: ['account', 'conditions', 'guard', 'needs', 'prepare'], isUnlisted: true } },
  { path: 'needs/:id', name: 'need', component: () => import('./NeedPage.vue'), props: true, meta: { texts: ['account', 'conditions', 'guard', 'labels', 'needLinks', 'needs', 'prepare'], isUnlisted: true } },
];
