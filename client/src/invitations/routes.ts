import type { RouteRecordRaw } from 'vue-router';

/** The pages of invitations to sessions, under the locale: for those who invite, and for whoever has the link. */
export const invitationRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/invitations', name: 'session-invitations', component: () => import('./SessionInvitationsPage.vue'), props: true, meta: { texts: ['conditions', 'entry', 'guard', 'members', 'registrations', 'sessionInvitation', 'signIn'], isUnlisted: true } },
  { path: 'session-invitation', name: 'invited', component: () => import('./InvitedPage.vue'), meta: { texts: ['conditions', 'dates', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'sessionInvitation'], isUnlisted: true } },
];
