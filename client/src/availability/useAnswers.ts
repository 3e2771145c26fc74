import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { AnswerByLinkMutation, AnswerMutation, OwnRequestsQuery, ReadRequestMutation } from './answers.documents.ts';

/** What an expert is asked, in their account. */
export type OwnRequest = ResultOf<typeof OwnRequestsQuery>['availabilityRequests'][number];
/** What a link asks. */
export type AskedByLink = NonNullable<ResultOf<typeof ReadRequestMutation>['readAvailabilityRequest']['asked']>;
/** What is asked, however it is. */
export type Asked = Pick<AskedByLink, 'version' | 'fromOn' | 'untilOn' | 'answers' | 'remark' | 'remarkLocale' | 'substitute'>;
export type AnswerInput = VariablesOf<typeof AnswerByLinkMutation>['input'];
/** What came of answering. */
export type AnswerTold = ResultOf<typeof AnswerByLinkMutation>['answerAvailabilityByLink'];

/** What the expert who is signed in is asked; asked anew by each visit. */
export function useOwnRequests(): Answer<ResultOf<typeof OwnRequestsQuery>> {
  return useAnswer(OwnRequestsQuery, () => ({}), 'network-only');
}

/** Answers as an expert with an account. */
export function useAnswerOwn(): Act<ResultOf<typeof AnswerMutation>, VariablesOf<typeof AnswerMutation>> {
  return useAct(AnswerMutation);
}

/** Reads what a link asks. */
export function useReadRequest(): Act<ResultOf<typeof ReadRequestMutation>, VariablesOf<typeof ReadRequestMutation>> {
  return useAct(ReadRequestMutation);
}

/** Answers by a link. */
export function useAnswerByLink(): Act<ResultOf<typeof AnswerByLinkMutation>, VariablesOf<typeof AnswerByLinkMutation>> {
  return useAct(AnswerByLinkMutation);
}
