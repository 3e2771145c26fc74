import type { RouteRecordRaw } from 'vue-router';

/** The pages of those who come in, which are one file, under the locale. */
export const memberRoutes: RouteRecordRaw[] = [
  { path: 'request-access', name: 'request-access', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], description: 'entry.intro' } },
  { path: 'request-access/confirm', name: 'request-confirm', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], isUnlisted: true } },
  { path: 'invitation', name: 'invitation', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], isUnlisted: true } },
];
