/** The door of where what people type is known from: pages that have no such thing load nothing of it. */
export { default as TypedSource } from './TypedSource.vue';
