import type { RouteRecordRaw } from 'vue-router';

/** The pages of those who come in, which are one file, and of those who answer for them, under the locale. */
export const memberRoutes: RouteRecordRaw[] = [
  { path: 'request-access', name: 'request-access', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], description: 'entry.intro' } },
  { path: 'request-access/confirm', name: 'request-confirm', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], isUnlisted: true } },
  { path: 'invitation', name: 'invitation', component: () => import('./JoiningPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'signIn'], isUnlisted: true } },
  { path: 'members', name: 'members', component: () => import('./MembersPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'members'], isUnlisted: true } },
  { path: 'invitations', name: 'invitations', component: () => import('./InvitationsPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'members', 'signIn'], isUnlisted: true } },
  { path: 'approvals', name: 'approvals', component: () => import('./ApprovalsPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'members'], isUnlisted: true } },
];
