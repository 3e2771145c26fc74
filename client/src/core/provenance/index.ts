/** The door of where what people type is known from: pages that have no such thing load nothing of it. */
export { default as SourceFields } from './SourceFields.vue';
export { emptyFrom, FROM_FIELDS, type TypedFrom, typedFrom } from './typedFrom.ts';
export { default as TypedSource } from './TypedSource.vue';
