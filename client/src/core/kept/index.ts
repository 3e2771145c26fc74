export { forgetKept } from './forgetKept.ts';
