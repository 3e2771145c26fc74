/** The record of French expertise: practices shown abroad, and publications. */
export { Practice, PracticeTranslation, Publication } from './practice.entity.ts';
export { PracticesResolver } from './practices.resolver.ts';
import './practices.personal.ts';
