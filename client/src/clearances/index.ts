export { default as ClearanceMission } from './ClearanceMission.vue';
export type { ClearedMission } from './useClearances.ts';
export { clearanceRoutes } from './routes.ts';
