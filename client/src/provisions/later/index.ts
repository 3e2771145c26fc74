// A door of its own for pages on which national law stands beside something else: it comes after them, with its words.
export { PublicLaw } from '../laterPublicLaw.ts';
export { ProvisionsSection } from '../laterProvisionsSection.ts';
