import type { RouteRecordRaw } from 'vue-router';

/** The page on which the adviser imports recommendations, under the locale. */
export const recommendationImportRoutes: RouteRecordRaw[] = [
  { path: 'recommendation-import', name: 'recommendation-import', component: () => import('./ImportPage.vue'), meta: { texts: ['files', 'guard', 'prepare', 'recommendationImport'], isUnlisted: true } },
];
