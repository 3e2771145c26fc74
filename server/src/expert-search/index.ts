/** Searching experts: who fits what a mission needs, and of all others why not. */
export { CandidateCountry } from './candidate-country.entity.ts';
export { ExpertCandidate } from './candidate.entity.ts';
import './candidate.reader.ts';
