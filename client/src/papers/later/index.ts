// A door of its own for the pages of what papers are made of: it comes after them, with its words.
export { ChangedPapers } from '../laterChangedPapers.ts';
