import type { RouteRecordRaw } from 'vue-router';

/** The page of the questions of a session, under the locale. */
export const questionRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/questions', name: 'session-questions', component: () => import('./QuestionsPage.vue'), props: true, meta: { texts: ['conditions', 'files', 'guard', 'prepare', 'questions'], isUnlisted: true } },
];
