import type { RouteRecordRaw } from 'vue-router';

/** The page where the record of an expert is kept, under the locale. */
export const practiceRoutes: RouteRecordRaw[] = [
  { path: 'experts/:id/record', name: 'expert-record', component: () => import('./ExpertRecordPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'practices', 'prepare'], isUnlisted: true } },
];
