/** Fields of forms that choose. */
export { default as CheckList } from './CheckList.vue';
export { default as ChosenField } from './ChosenField.vue';
