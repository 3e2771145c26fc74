import type { RouteRecordRaw } from 'vue-router';

/** The first page of who is signed in, under the locale. */
export const deskRoutes: RouteRecordRaw[] = [
  { path: 'desk', name: 'desk', component: () => import('./DeskPage.vue'), meta: { texts: ['account', 'desk', 'labels', 'trainings'], isUnlisted: true } },
];
