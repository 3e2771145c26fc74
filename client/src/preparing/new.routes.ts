import type { RouteRecordRaw } from 'vue-router';

/** The page on which a session is begun, under the locale: `trainings/new` is one of `trainings/:id`. */
export const newSessionRoutes: RouteRecordRaw[] = [
  { path: 'trainings/new', name: 'session-new', component: () => import('./NewSessionPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'holidays', 'labels', 'places', 'prepare'], isUnlisted: true } },
];
