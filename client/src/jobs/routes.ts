import type { RouteRecordRaw } from 'vue-router';

/** The page of what the service does by itself, under the locale: the adviser's alone, so that it is in no list. */
export const jobRoutes: RouteRecordRaw[] = [
  { path: 'jobs', name: 'jobs', component: () => import('./JobsPage.vue'), meta: { texts: ['conditions', 'jobs'], isUnlisted: true } },
];
