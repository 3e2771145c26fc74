export { default as ExpertFacts } from './ExpertFacts.vue';
export { default as ExpertList } from './ExpertList.vue';
export { default as ExpertState } from './ExpertState.vue';
export { expertRoutes } from './routes.ts';
