import type { RouteRecordRaw } from 'vue-router';

/** The pages of those who prepare training sessions, under the locale. */
export const preparingRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/edit', name: 'session-edit', component: () => import('./EditSessionPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'holidays', 'labels', 'places', 'prepare'], isUnlisted: true } },
  { path: 'trainings/:id/places', name: 'session-places', component: () => import('./PlacesPage.vue'), props: true, meta: { texts: ['conditions', 'guard', 'places', 'prepare', 'registrations'], isUnlisted: true } },
  { path: 'trainings/:id/translations', name: 'session-translations', component: () => import('./TranslationsPage.vue'), props: true, meta: { texts: ['guard', 'prepare'], isUnlisted: true } },
];
