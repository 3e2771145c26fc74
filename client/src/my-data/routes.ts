import type { RouteRecordRaw } from 'vue-router';

/** The pages of one's own data, and of what others ask about theirs, under the locale. */
export const myDataRoutes: RouteRecordRaw[] = [
  { path: 'account/data', name: 'my-data', component: () => import('./MyDataPage.vue'), meta: { texts: ['guard', 'myData', 'register', 'signIn'], isUnlisted: true } },
  { path: 'account/address', name: 'new-address', component: () => import('./NewAddressPage.vue'), meta: { texts: ['myData'], isUnlisted: true } },
  { path: 'data-requests', name: 'data-requests', component: () => import('./DataRequestsPage.vue'), meta: { texts: ['conditions', 'guard', 'myData'], isUnlisted: true } },
];
