// A door of its own for the page of a session, which most of its readers open without any need.
export { SessionNeeds } from '../laterSessionNeeds.ts';
