import type { RouteRecordRaw } from 'vue-router';

/** The pages of the dates of monitoring bodies, for the adviser and the embassies, under the locale. */
export const monitoringRoutes: RouteRecordRaw[] = [
  { path: 'monitoring', name: 'monitoring', component: () => import('./MonitoringPage.vue'), meta: { texts: ['labels', 'monitoring', 'needs'], isUnlisted: true } },
  { path: 'countries/:code([A-Z]{2})/monitoring', name: 'country-monitoring', component: () => import('./CountryMonitoringPage.vue'), props: true, meta: { texts: ['costs', 'dates', 'guard', 'labels', 'monitoring', 'needs', 'prepare', 'travel'], isUnlisted: true } },
];
