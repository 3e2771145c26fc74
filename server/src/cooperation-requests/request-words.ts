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

export const RequestDecision = names('GRANTED', 'GRANTED_IN_PART', 'REFUSED', 'REDIRECTED');
export type RequestDecision = keyof typeof RequestDecision;
registerEnumType(RequestDecision, {
  name: 'RequestDecision', description: 'What the adviser has decided about a cooperation request.',
  valuesConfig: { GRANTED: { description: 'It is done.' }, GRANTED_IN_PART: { description: 'Some of it is done.' }, REFUSED: { description: 'It is not done.' }, REDIRECTED: { description: 'Somebody else is asked for it, whom the reasons name.' } },
});

/** What a request is held to, in the order in which it is looked at. What the embassy thinks of it is none: an authority reads what is said of these. */
export const RequestCriterion = names('MANDATE', 'NEED_SHOWN', 'MEANS', 'NO_DUPLICATE', 'ADDED_VALUE');
export type RequestCriterion = keyof typeof RequestCriterion;
registerEnumType(RequestCriterion, {
  name: 'RequestCriterion', description: 'What a cooperation request is held to.',
  valuesConfig: {
    MANDATE: { description: 'It falls within what the adviser is there for.' }, NEED_SHOWN: { description: 'The need is shown: by the embassy, or by a recommendation of an evaluation.' }, MEANS: { description: 'There are people and money for it.' },
    NO_DUPLICATE: { description: 'Nobody else does it already.' }, ADDED_VALUE: { description: 'French expertise adds something to what there is.' },
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
