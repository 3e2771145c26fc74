export { trainingRoutes } from './routes.ts';
export { default as SessionList } from './SessionList.vue';
