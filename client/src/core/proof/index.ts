export { type ProvenAct, useProvenAct } from './useProvenAct.ts';
