// A door of its own for forms of other features: what is kept of a country says where it is known from.
export { default as SourceFields } from '../SourceFields.vue';
export { emptySource, type TypedSource } from '../typedUpkeep.ts';
