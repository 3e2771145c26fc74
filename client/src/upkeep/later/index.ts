// A door of its own for pages on which it stands beside something else: it comes after it, with its words.
export { TravelNotes } from '../laterTravelNotes.ts';
