import type { RouteRecordRaw } from 'vue-router';

/** The pages of registrations, under the locale: each a file of its own. */
export const registrationRoutes: RouteRecordRaw[] = [
  { path: 'registrations', name: 'registrations', component: () => import('./RegistrationsPage.vue'), meta: { texts: ['conditions', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'trainingPages'], isUnlisted: true } },
  { path: 'registrations/mine', name: 'own-registrations', component: () => import('./OwnRegistrationsPage.vue'), meta: { texts: ['conditions', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'trainingPages'], isUnlisted: true } },
  { path: 'registrations/doubles', name: 'doubles', component: () => import('./DoublesPage.vue'), meta: { texts: ['conditions', 'doubles', 'members', 'registrations'], isUnlisted: true } },
  { path: 'trainings/:id/register', name: 'register-people', component: () => import('./RegisterPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'signIn'], isUnlisted: true } },
  { path: 'trainings/:id/register-myself', name: 'register-myself', component: () => import('./MyselfPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'trainingPages'], isUnlisted: true } },
  { path: 'trainings/:id/registrations', name: 'session-registrations', component: () => import('./SessionRegistrationsPage.vue'), props: true, meta: { texts: ['conditions', 'files', 'guard', 'labels', 'members', 'questions', 'registrations', 'trainingPages', 'trainings'], isUnlisted: true } },
  { path: 'leave', name: 'leave', component: () => import('./LeavePage.vue'), meta: { texts: ['entry', 'members', 'registrations'], isUnlisted: true } },
  { path: 'offer', name: 'offer', component: () => import('./OfferPage.vue'), meta: { texts: ['entry', 'registrations'], isUnlisted: true } },
];
