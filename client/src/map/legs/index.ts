// A door of its own: pages that show the whole region load it in one, without the way through it.
export { default as LegsMap } from './LegsMap.vue';
