export { forgetDrafts } from './forgetDrafts.ts';
export { forgetKept } from './forgetKept.ts';
