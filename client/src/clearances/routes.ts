import type { RouteRecordRaw } from 'vue-router';

/** The page of the clearances of an expert, under the locale. */
export const clearanceRoutes: RouteRecordRaw[] = [
  { path: 'experts/:id/clearances', name: 'expert-clearances', component: () => import('./ClearancesPage.vue'), props: true, meta: { texts: ['clearances', 'conditions', 'dates', 'files', 'guard', 'prepare'], isUnlisted: true } },
];
