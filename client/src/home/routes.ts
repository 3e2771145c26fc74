import type { RouteRecordRaw } from 'vue-router';

/** The first page and the page for everything that is not there, under the locale. */
export const homeRoutes: RouteRecordRaw[] = [
  { path: '', name: 'home', component: () => import('./HomePage.vue'), meta: { texts: ['home', 'trainings'], description: 'home.intro' } },
  { path: ':path(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue'), meta: { isUnlisted: true } },
];
