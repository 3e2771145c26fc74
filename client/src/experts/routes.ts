import type { RouteRecordRaw } from 'vue-router';

/** The pages of experts, under the locale. */
export const expertRoutes: RouteRecordRaw[] = [
  { path: 'experts', name: 'experts', component: () => import('./ExpertListPage.vue'), meta: { texts: ['conditions', 'experts', 'labels'], description: 'experts.intro' } },
  { path: 'experts/:id', name: 'expert', component: () => import('./ExpertPage.vue'), props: true, meta: { texts: ['calendars', 'experts', 'labels', 'trainings'], description: 'experts.intro' } },
];
