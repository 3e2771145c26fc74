export { type Choice, type CountryChoice, useVocabulary, type Vocabulary } from './useVocabulary.ts';
export { default as VocabularyField } from './VocabularyField.vue';
