import type { RouteRecordRaw } from 'vue-router';

/** The pages of recommendations, under the locale. */
export const recommendationRoutes: RouteRecordRaw[] = [
  { path: 'recommendations', name: 'recommendations', component: () => import('./RecommendationListPage.vue'), meta: { texts: ['conditions', 'labels', 'recommendations', 'standings'], description: 'recommendations.intro' } },
  { path: 'recommendations/:id', name: 'recommendation', component: () => import('./RecommendationPage.vue'), props: true, meta: { texts: ['labels', 'recommendations'], description: 'recommendations.intro' } },
];
