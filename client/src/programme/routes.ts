import type { RouteRecordRaw } from 'vue-router';

/** The page on which the programme of a session is prepared, under the locale. */
export const programmeRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/programme', name: 'session-programme', component: () => import('./ProgrammePage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'programme', 'guard', 'prepare'], isUnlisted: true } },
];
