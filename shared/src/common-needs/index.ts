/** Which needs several countries share: suggestions for the adviser, each with what it is built on. Pure, and nothing leaves. */
export type { Closeness, Known, NeedToCompare, Spoken, Suggestion } from './need.ts';
export { closeness } from './closeness.ts';
export { conceptName } from './lexicon/names.ts';
export { spoken } from './spoken.ts';
export { asOne, suggest } from './suggest.ts';
