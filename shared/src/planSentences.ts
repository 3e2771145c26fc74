/** Sentences about plans, for the page and for files: what is said of a plan, with the words and names of whoever writes it. */
export { GOALS, type Goal, IN_TIME, planLosses } from './planSentences/losses.ts';
export { filled, listed, type SaidPart, type Say } from './planSentences/parts.ts';
export { type PartNames, planRefs, type Translate, type Writing } from './planSentences/references.ts';
export { isAsFound, type SaidHours, type SaidRef, type SaidSentence } from './planSentences/said.ts';
export { type Clocks, spanWith, weekWith } from './planSentences/times.ts';
export { planSentences } from './planSentences/sentences.ts';
