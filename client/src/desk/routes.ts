import type { RouteRecordRaw } from 'vue-router';

/** The first page of who is signed in, and what waits for translators, under the locale. */
export const deskRoutes: RouteRecordRaw[] = [
  { path: 'desk', name: 'desk', component: () => import('./DeskPage.vue'), meta: { texts: ['account', 'consultations', 'desk', 'labels', 'trainings'], isUnlisted: true } },
  { path: 'trainings/untranslated', name: 'untranslated', component: () => import('./UntranslatedPage.vue'), meta: { texts: ['conditions', 'desk', 'labels', 'trainings'], isUnlisted: true } },
];
