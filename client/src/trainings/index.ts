export { trainingRoutes } from './routes.ts';
export { default as SessionList } from './SessionList.vue';
export { default as SessionState } from './SessionState.vue';
