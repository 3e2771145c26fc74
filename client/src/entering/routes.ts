import type { RouteRecordRaw } from 'vue-router';

const meta = { texts: ['conditions', 'consents', 'dates', 'entering', 'experts', 'guard', 'labels', 'prepare', 'signIn'], isUnlisted: true } as const;

/** The pages on which the adviser enters experts, under the locale. */
export const enteringRoutes: RouteRecordRaw[] = [
  { path: 'experts/new', name: 'expert-new', component: () => import('./NewExpertPage.vue'), meta },
  { path: 'experts/:id/edit', name: 'expert-edit', component: () => import('./EditExpertPage.vue'), props: true, meta },
];
