export { type ConventionCountry, conventionCountries, useConvention } from './convention.ts';
export { default as ConventionMap } from './ConventionMap.vue';
export { type LegendItem, type MapCountry, NOTE_MARK } from './mapCountry.ts';
export { default as RegionMap } from './RegionMap.vue';
export { stepOf, stepRanges } from './steps.ts';
export { useConventionValue } from './useConventionValue.ts';
