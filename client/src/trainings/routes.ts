import type { RouteRecordRaw } from 'vue-router';

/** The pages of training sessions, under the locale. */
export const trainingRoutes: RouteRecordRaw[] = [
  { path: 'trainings', name: 'trainings', component: () => import('./TrainingListPage.vue'), meta: { texts: ['conditions', 'calendars', 'trainingPages', 'dates', 'labels', 'trainings'], description: 'trainingPages.intro' } },
  { path: 'trainings/:id', name: 'training', component: () => import('./TrainingPage.vue'), props: true, meta: { texts: ['calendars', 'experts', 'labels', 'registrations', 'trainingPages', 'trainings'], description: 'trainingPages.intro' } },
];
