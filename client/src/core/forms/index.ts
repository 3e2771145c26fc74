/** Fields of forms that choose. */
export { default as AddChoice } from './AddChoice.vue';
export { default as CheckList } from './CheckList.vue';
export { default as ChosenField } from './ChosenField.vue';
export { default as SearchLine } from './SearchLine.vue';
export { default as TickBox } from './TickBox.vue';
export { useChosenList } from './useChosenList.ts';
