import type { RouteRecordRaw } from 'vue-router';

/** The pages of those who answer for others that come in, under the locale. */
export const officeRoutes: RouteRecordRaw[] = [
  { path: 'members', name: 'members', component: () => import('./MembersPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'members'], isUnlisted: true } },
  { path: 'invitations', name: 'invitations', component: () => import('./InvitationsPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'members', 'signIn'], isUnlisted: true } },
  { path: 'approvals', name: 'approvals', component: () => import('./ApprovalsPage.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'members'], isUnlisted: true } },
];
