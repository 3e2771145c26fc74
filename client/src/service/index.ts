export { default as DemonstrationBanner } from './DemonstrationBanner.vue';
export { serviceKnown } from './service.ts';
