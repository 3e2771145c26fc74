// A door of its own for forms of other features: the list of routes does not load it.
export { default as ProjectChoice } from '../ProjectChoice.vue';
