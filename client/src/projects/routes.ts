import type { RouteRecordRaw } from 'vue-router';

/** The pages of projects, the adviser’s alone, under the locale. */
export const projectRoutes: RouteRecordRaw[] = [
  { path: 'projects', name: 'projects', component: () => import('./ProjectsPage.vue'), meta: { texts: ['conditions', 'needs', 'prepare', 'projects'], isUnlisted: true } },
  { path: 'projects/new', name: 'project-new', component: () => import('./NewProjectPage.vue'), meta: { texts: ['conditions', 'guard', 'labels', 'needLinks', 'needs', 'prepare', 'projects'], isUnlisted: true } },
  { path: 'projects/:id', name: 'project', component: () => import('./ProjectPage.vue'), props: true, meta: { texts: ['account', 'conditions', 'guard', 'labels', 'needLinks', 'needs', 'prepare', 'projects'], isUnlisted: true } },
];
