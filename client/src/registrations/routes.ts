import type { RouteRecordRaw } from 'vue-router';

/** The pages of registrations, under the locale. */
export const registrationRoutes: RouteRecordRaw[] = [
  { path: 'registrations', name: 'registrations', component: () => import('./RegistrationPages.vue'), meta: { texts: ['account', 'conditions', 'entry', 'guard', 'labels', 'members', 'registrations', 'signIn', 'trainingPages', 'trainings'], isUnlisted: true } },
  { path: 'trainings/:id/register', name: 'register-people', component: () => import('./RegistrationPages.vue'), props: true, meta: { texts: ['account', 'conditions', 'entry', 'guard', 'labels', 'members', 'registrations', 'signIn', 'trainingPages', 'trainings'], isUnlisted: true } },
  { path: 'trainings/:id/registrations', name: 'session-registrations', component: () => import('./RegistrationPages.vue'), props: true, meta: { texts: ['account', 'conditions', 'entry', 'guard', 'labels', 'members', 'registrations', 'signIn', 'trainingPages', 'trainings'], isUnlisted: true } },
  { path: 'offer', name: 'offer', component: () => import('./OfferPage.vue'), meta: { texts: ['entry', 'registrations'], isUnlisted: true } },
];
