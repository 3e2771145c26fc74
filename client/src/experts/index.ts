export { default as ExpertList } from './ExpertList.vue';
export { expertRoutes } from './routes.ts';
