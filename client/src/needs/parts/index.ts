// A door of its own for pages of other features: the list of routes does not load it.
export { default as NeedChoice } from '../NeedChoice.vue';
export { default as NeedLinks } from '../NeedLinks.vue';
export { default as NeedStatus } from '../NeedStatus.vue';
export { type LinkedNeed, MOST_NEEDS } from '../needSearch.ts';
export { useNeedWords } from '../useNeedWords.ts';
export { usePartsOf, useSubthemes } from '../useSubthemes.ts';
