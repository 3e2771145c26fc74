// A door of its own for pages of other features: the list of routes does not load it.
export { default as NotYours } from '../NotYours.vue';
export { default as PartsPage } from './PartsPage.vue';
export { MOST_TOWARDS } from '../recommendationSearch.ts';
export { default as RecommendationChoice } from '../RecommendationChoice.vue';
export { trainerNames } from '../trainerNames.ts';
export { default as TrainerResults } from '../TrainerResults.vue';
export type { Trainer } from '../usePreparing.ts';
