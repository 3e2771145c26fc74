// A door of its own for the page of a session: the list of routes does not load it.
export { documentFile } from '../documentFile.ts';
