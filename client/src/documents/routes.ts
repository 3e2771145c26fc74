import type { RouteRecordRaw } from 'vue-router';

/** The page on which documents of a session are brought, under the locale. */
export const documentRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/documents', name: 'session-documents', component: () => import('./DocumentsPage.vue'), props: true, meta: { texts: ['conditions', 'documents', 'files', 'guard', 'prepare'], isUnlisted: true } },
];
