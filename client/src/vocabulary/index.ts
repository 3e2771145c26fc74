export { type Choice, useVocabulary, type Vocabulary } from './useVocabulary.ts';
export { default as VocabularyField } from './VocabularyField.vue';
