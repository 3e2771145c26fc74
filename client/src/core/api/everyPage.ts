// A door of its own: the first page asks for a page of a list only, and does not load what asks for all.
export { type EveryPage, useEveryPage } from './useEveryPage.ts';
