// A door of its own for pages of other features: what missions have found comes after them, and to most readers not at all.
export { DueFindings, RecommendationFindings } from '../laterFindings.ts';
