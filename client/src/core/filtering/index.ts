export { type AppliedCondition, asking, wordOf } from './appliedCondition.ts';
export { default as AppliedConditions } from './AppliedConditions.vue';
export { default as FilterFold } from './FilterFold.vue';
export { default as ListLayout } from './ListLayout.vue';
