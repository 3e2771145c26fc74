export { trainingRoutes } from './routes.ts';
export { default as SessionList } from './SessionList.vue';
export { default as SessionState } from './SessionState.vue';
export type { Session } from './useTrainings.ts';
