export { type Choice, useVocabulary } from './useVocabulary.ts';
export { default as VocabularyField } from './VocabularyField.vue';
