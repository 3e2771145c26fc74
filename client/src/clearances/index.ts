export { default as ClearanceMission } from './ClearanceMission.vue';
export { clearanceRoutes } from './routes.ts';
