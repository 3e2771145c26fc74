// A door of its own: the first page has no field of a day or an hour and loads none.
export { afterPress } from './afterPress.ts';
export { default as DateField } from './DateField.vue';
export { hourOf, HOURS } from './hour.ts';
export { default as HourField } from './HourField.vue';
export { usePeriod } from './usePeriod.ts';
