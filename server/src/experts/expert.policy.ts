/** Who may see what of an expert: what the expert chose. */
export { visibilitiesOpenTo } from '../core/consent/index.ts';
