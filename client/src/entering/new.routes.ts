import type { RouteRecordRaw } from 'vue-router';

/** The page on which the adviser enters an expert, under the locale: `experts/new` is one of `experts/:id`. */
export const newExpertRoutes: RouteRecordRaw[] = [
  { path: 'experts/new', name: 'expert-new', component: () => import('./NewExpertPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'prepare', 'consents', 'experts', 'labels', 'entering', 'signIn'], isUnlisted: true } },
];
