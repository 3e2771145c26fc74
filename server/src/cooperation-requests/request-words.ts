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

export const RequestOpinionAnswer = names('IN_FAVOUR', 'AGAINST');
export type RequestOpinionAnswer = keyof typeof RequestOpinionAnswer;
registerEnumType(RequestOpinionAnswer, {
  name: 'RequestOpinionAnswer', description: 'What a service of a post thinks of a cooperation request.',
  valuesConfig: { IN_FAVOUR: { description: 'It is in favour.' }, AGAINST: { description: 'It is against, for a reason that is said.' } },
});

export const RequestOpinionState = names('ASKED', 'IN_FAVOUR', 'AGAINST', 'SILENT', 'OVERDUE', 'NOT_GIVEN');
export type RequestOpinionState = keyof typeof RequestOpinionState;
registerEnumType(RequestOpinionState, {
  name: 'RequestOpinionState', description: 'How it stands with an opinion: read from what was answered and the clock.',
  valuesConfig: {
    ASKED: { description: 'It is asked for, and can be given.' }, IN_FAVOUR: { description: 'It is in favour.' }, AGAINST: { description: 'It is against.' }, SILENT: { description: 'Nobody has answered by the deadline, which counts as agreement.' },
    OVERDUE: { description: 'Nobody has answered by the deadline, and nobody could: it counts as nothing.' }, NOT_GIVEN: { description: 'The request was withdrawn or decided about before it was given.' },
  },
});
