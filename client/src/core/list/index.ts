export { type Conditions, given, nextPage, previousPage, readConditions, readPlace, writeConditions } from './address.ts';
export { useConditions } from './useConditions.ts';
