// A door of its own for pages of other features: the list of routes does not load it.
export { default as OrganisationOptions } from '../OrganisationOptions.vue';
export { useMemberWords } from '../useMemberWords.ts';
export { useTold } from '../useTold.ts';
