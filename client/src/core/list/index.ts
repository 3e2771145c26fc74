export { type Conditions, given, nextPage, previousPage, readConditions, readPlace, withoutCondition } from './address.ts';
export { useConditions } from './useConditions.ts';
