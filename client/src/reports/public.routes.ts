import type { RouteRecordRaw } from 'vue-router';

/** What everybody reads of missions. */
export const publicationRoutes: RouteRecordRaw[] = [
  { path: 'results', name: 'results', component: () => import('./PublicationsPage.vue'), meta: { texts: ['conditions', 'reports'], description: 'reports.public.intro' } },
  { path: 'results/:id', name: 'result', component: () => import('./PublicationPage.vue'), props: true, meta: { texts: ['missions', 'prepare', 'reports'], description: 'reports.public.intro' } },
];
