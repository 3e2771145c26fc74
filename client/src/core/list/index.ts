export { type Conditions, given, nextPage, previousPage, readConditions, readPlace } from './address.ts';
export { useConditions } from './useConditions.ts';
