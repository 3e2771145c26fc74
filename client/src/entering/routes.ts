import type { RouteRecordRaw } from 'vue-router';

/** The pages on which the adviser enters experts, under the locale. */
export const enteringRoutes: RouteRecordRaw[] = [
  { path: 'experts/new', name: 'expert-new', component: () => import('./NewExpertPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'prepare', 'consents', 'experts', 'labels', 'entering', 'signIn'], isUnlisted: true } },
  {
    path: 'experts/:id/edit', name: 'expert-edit', component: () => import('./EditExpertPage.vue'), props: true,
    meta: { texts: ['conditions', 'dates', 'guard', 'prepare', 'consents', 'experts', 'labels', 'entering', 'signIn'], isUnlisted: true },
  },
];
