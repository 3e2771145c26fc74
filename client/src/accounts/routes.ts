import type { RouteRecordRaw } from 'vue-router';

/** The pages of signing in and of one's own account, under the locale. They are one file. */
export const accountRoutes: RouteRecordRaw[] = [
  { path: 'sign-in', name: 'sign-in', component: () => import('./AccountsPage.vue'), meta: { texts: ['conditions', 'calendars', 'agents', 'keys', 'account', 'signIn'], description: 'signIn.intro' } },
  { path: 'sign-in/confirm', name: 'confirm', component: () => import('./AccountsPage.vue'), meta: { texts: ['conditions', 'calendars', 'agents', 'keys', 'account', 'signIn'], isUnlisted: true } },
  { path: 'sign-in/second-step', name: 'second-step', component: () => import('./AccountsPage.vue'), meta: { texts: ['conditions', 'calendars', 'agents', 'keys', 'account', 'signIn'], isUnlisted: true } },
  { path: 'account', name: 'account', component: () => import('./AccountsPage.vue'), meta: { texts: ['conditions', 'calendars', 'agents', 'keys', 'account', 'signIn'], isUnlisted: true } },
  { path: 'demonstration-accounts', name: 'demonstration-accounts', component: () => import('./AccountsPage.vue'), meta: { texts: ['conditions', 'calendars', 'agents', 'keys', 'account', 'signIn'], isUnlisted: true } },
];
