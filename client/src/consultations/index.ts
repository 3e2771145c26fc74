/** Consulting posts about legs of missions: what pages of missions show of it. */
export { default as ConsultTerms } from './ConsultTerms.vue';
export { LegConsultation } from './laterConsultation.ts';
export { areDays, type Terms, usualTerms } from './terms.ts';
