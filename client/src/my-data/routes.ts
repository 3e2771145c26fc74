import type { RouteRecordRaw } from 'vue-router';

/** The pages of one's own data, and of what others ask about theirs, under the locale. They are one file, as those of accounts are. */
export const myDataRoutes: RouteRecordRaw[] = [
  { path: 'account/data', name: 'my-data', component: () => import('./MyDataPages.vue'), meta: { texts: ['conditions', 'guard', 'myData', 'register', 'signIn'], isUnlisted: true } },
  { path: 'account/address', name: 'new-address', component: () => import('./MyDataPages.vue'), meta: { texts: ['conditions', 'guard', 'myData', 'register', 'signIn'], isUnlisted: true } },
  { path: 'data-requests', name: 'data-requests', component: () => import('./MyDataPages.vue'), meta: { texts: ['conditions', 'guard', 'myData', 'register', 'signIn'], isUnlisted: true } },
];
