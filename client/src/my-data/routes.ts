import type { RouteRecordRaw } from 'vue-router';

/** The pages of one's own data, under the locale. */
export const myDataRoutes: RouteRecordRaw[] = [
  { path: 'account/data', name: 'my-data', component: () => import('./MyDataPage.vue'), meta: { texts: ['guard', 'myData', 'register', 'signIn'], isUnlisted: true } },
  { path: 'account/address', name: 'new-address', component: () => import('./NewAddressPage.vue'), meta: { texts: ['myData'], isUnlisted: true } },
];
