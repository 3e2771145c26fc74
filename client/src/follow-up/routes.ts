import type { RouteRecordRaw } from 'vue-router';

/** The page on which posts and the adviser say what has become of a recommendation, under the locale. */
export const followUpRoutes: RouteRecordRaw[] = [
  { path: 'recommendations/:id/follow-up', name: 'follow-up', component: () => import('./FollowUpPage.vue'), props: true, meta: { texts: ['account', 'conditions', 'dates', 'followUp', 'guard', 'labels', 'needs', 'prepare', 'recommendations', 'standings'], isUnlisted: true } },
];
