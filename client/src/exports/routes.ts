import type { RouteRecordRaw } from 'vue-router';

/** The page on which the people of a session are taken along, under the locale. */
export const exportRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/list', name: 'session-list', component: () => import('./SessionListPage.vue'), props: true, meta: { texts: ['record', 'trainingPages'], isUnlisted: true } },
];
