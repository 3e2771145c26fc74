/** The words for what a monitoring body does in a round, in the order in which it is done. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const MonitoringStep = names('QUESTIONNAIRE', 'VISIT', 'DRAFT_REPORT', 'COMMENTS', 'PUBLICATION', 'FOLLOW_UP');
export type MonitoringStep = keyof typeof MonitoringStep;
registerEnumType(MonitoringStep, {
  name: 'MonitoringStep', description: 'What a monitoring body does, or a country owes it, in a round.',
  valuesConfig: {
    QUESTIONNAIRE: { description: 'The answers to the questionnaire are due.' }, VISIT: { description: 'The visit begins.' }, DRAFT_REPORT: { description: 'The draft report is sent to the country.' }, COMMENTS: { description: 'The comments of the country are due.' },
    PUBLICATION: { description: 'The report is published.' }, FOLLOW_UP: { description: 'What has been done is due to be reported.' },
  },
});
