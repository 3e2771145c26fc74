export { default as DemonstrationBanner } from './DemonstrationBanner.vue';
export { facts } from './facts.ts';
export { useHasDemonstrationData } from './useService.ts';
