// A door of its own: the first page has no date field and does not load one.
export { default as DateField } from './DateField.vue';
export { usePeriod } from './usePeriod.ts';
