// A door of its own for pages on which it stands beside something else: it comes after them, with its words.
export { CoordinationPart } from '../laterCoordinationPart.ts';
