export { default as ExpertPortrait } from './ExpertPortrait.vue';
export { default as ProposedPhotos } from './ProposedPhotos.vue';
export { photoRoutes } from './routes.ts';
export { default as PublishedPhotos } from './PublishedPhotos.vue';
