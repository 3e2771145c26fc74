// A door of its own for the pages of what stands in a chain: it comes after them, and to visitors not at all.
export { ChainPart } from '../laterChain.ts';
