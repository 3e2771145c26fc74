export { trainingRoutes } from './routes.ts';
export { default as SessionList } from './SessionList.vue';
export { startOfDay } from './trainingFilter.ts';
