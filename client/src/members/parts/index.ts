// A door of its own for pages of other features: the list of routes does not load it.
export { default as ChosenField } from '../ChosenField.vue';
export { default as GuardedText } from '../GuardedText.vue';
export { default as TypedField } from '../TypedField.vue';
export { useTold } from '../useTold.ts';
