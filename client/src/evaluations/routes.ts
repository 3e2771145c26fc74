import type { RouteRecordRaw } from 'vue-router';

/** The pages of evaluations, under the locale: for those who ask, and for those who answer. */
export const evaluationRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/evaluation', name: 'session-evaluation', component: () => import('./EvaluationPage.vue'), props: true, meta: { texts: ['conditions', 'evaluation'], isUnlisted: true } },
  { path: 'evaluation', name: 'evaluation', component: () => import('./AnswerPage.vue'), meta: { texts: ['entry', 'evaluation', 'guard'], isUnlisted: true } },
];
