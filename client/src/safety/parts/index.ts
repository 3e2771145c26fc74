// A door of its own: the strip of every page has nothing to do with who has checked a number.
export { default as CheckedBy } from '../CheckedBy.vue';
