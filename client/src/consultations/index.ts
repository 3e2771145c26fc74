/** Consulting posts about legs of missions: what pages of missions show of it. */
export { default as ConsultTerms } from './ConsultTerms.vue';
export { default as OpinionMark } from './OpinionMark.vue';
export { LegConsultation } from './laterConsultation.ts';
export { areDays, type Terms, termsOf } from './terms.ts';
