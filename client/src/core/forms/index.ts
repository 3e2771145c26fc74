export { default as CheckList } from './CheckList.vue';
export { default as ChosenField } from './ChosenField.vue';
export { default as GuardedText } from './GuardedText.vue';
export { default as TypedField } from './TypedField.vue';
