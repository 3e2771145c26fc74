/** The words for what a cooperation request asks for, and where it stands. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const CooperationRequestKind = names('EXPERT_MISSION', 'TRAINING', 'STUDY_VISIT', 'DIRECT_HELP');
export type CooperationRequestKind = keyof typeof CooperationRequestKind;
registerEnumType(CooperationRequestKind, {
  name: 'CooperationRequestKind', description: 'What a cooperation request asks for.',
  valuesConfig: {
    EXPERT_MISSION: { description: 'That experts come.' }, TRAINING: { description: 'A training.' }, STUDY_VISIT: { description: 'To see how others work, where they do.' }, DIRECT_HELP: { description: 'Help in a matter of their own: an answer, a contact, a document.' },
  },
});

export const CooperationRequestStatus = names('SENT', 'CONSULTED', 'DECIDED', 'CLOSED', 'WITHDRAWN');
export type CooperationRequestStatus = keyof typeof CooperationRequestStatus;
registerEnumType(CooperationRequestStatus, {
  name: 'CooperationRequestStatus', description: 'Where a cooperation request stands.',
  valuesConfig: {
    SENT: { description: 'It was sent.' }, CONSULTED: { description: 'The embassy is asked what it thinks of it.' }, DECIDED: { description: 'The adviser has answered.' },
    CLOSED: { description: 'What was to be done is done.' }, WITHDRAWN: { description: 'Those who sent it have withdrawn it.' },
  },
});
