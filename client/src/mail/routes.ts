import type { RouteRecordRaw } from 'vue-router';

/** The mailbox of a demonstration, under the locale: nothing is there anywhere else. It is in no menu. */
export const mailRoutes: RouteRecordRaw[] = [
  { path: 'mailbox', name: 'mailbox', component: () => import('./MailboxPage.vue'), meta: { texts: ['mailbox'], isUnlisted: true } },
];
