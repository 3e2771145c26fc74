// A door of its own for the pages of sessions: what is of needs comes after them, and to most readers of a session not at all.
export { LaterNeedChoice } from '../laterNeedChoice.ts';
export { SessionNeeds } from '../laterSessionNeeds.ts';
