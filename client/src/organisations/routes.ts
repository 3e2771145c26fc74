import type { RouteRecordRaw } from 'vue-router';

/** The pages of organisations, under the locale. */
export const organisationRoutes: RouteRecordRaw[] = [
  { path: 'organisations', name: 'organisations', component: () => import('./OrganisationListPage.vue'), meta: { texts: ['conditions', 'labels', 'organisations'], description: 'organisations.intro' } },
  { path: 'organisations/:id', name: 'organisation', component: () => import('./OrganisationPage.vue'), props: true, meta: { texts: ['labels', 'organisations'], description: 'organisations.intro' } },
];
