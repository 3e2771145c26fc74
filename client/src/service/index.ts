export { default as DemonstrationBanner } from './DemonstrationBanner.vue';
