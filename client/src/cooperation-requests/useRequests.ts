import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { CloseRequestMutation, DecideRequestMutation, GiveRequestOpinionMutation, type RequestAnswer as RequestAnswerFields, RequestChoicesQuery, type RequestFields, RequestQuery, RequestResultsQuery, RequestsQuery, SendRequestMutation, TranslateRequestMutation, WithdrawRequestMutation } from './requests.documents.ts';

/** A cooperation request. */
export type CooperationRequest = FragmentOf<typeof RequestFields>;
/** What a service thinks of one. */
export type RequestOpinion = CooperationRequest['opinions'][number];
/** For which countries somebody sends requests. */
export type RequestChoices = ResultOf<typeof RequestChoicesQuery>;
type Sent = FragmentOf<typeof RequestAnswerFields>;
export type RequestOutcome = Sent['outcome'];
/** What is wrong with a field. */
export type RequestFault = Sent['faults'][number];
export type RequestDecisionInput = VariablesOf<typeof DecideRequestMutation>['input'];
export type RequestInput = VariablesOf<typeof SendRequestMutation>['input'];
export type RequestAnswer = PreparingAnswer<CooperationRequest, RequestFault>;

/** A page of requests; asked anew by each visit. */
export function useRequestList(variables: () => VariablesOf<typeof RequestsQuery>): Answer<ResultOf<typeof RequestsQuery>> {
  return useAnswer(RequestsQuery, variables, 'network-only');
}

/** A request; asked anew by each visit: others change it too. */
export function useRequest(id: () => string): Answer<ResultOf<typeof RequestQuery>> {
  return useAnswer(RequestQuery, () => ({ id: id() }), 'network-only');
}

/** For which countries who asks sends requests; asked anew by each visit: roles change. */
export function useRequestChoices(): Answer<RequestChoices> {
  return useAnswer(RequestChoicesQuery, () => ({}), 'network-only');
}

const answered = (sent: Sent | undefined): RequestAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.request };

/** Sends a request; sent again under its key it is the same. */
export function useSendRequest(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: RequestInput], RequestAnswer> {
  const { act, isActing, failure } = useAct(SendRequestMutation);
  return { perform: async (_id, { key }, input) => answered((await act({ key, input }))?.sendCooperationRequest), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Says a request in another language. */
export function useTranslateRequest(): Doing<[of: Pick<CooperationRequest, 'id' | 'version'>, texts: VariablesOf<typeof TranslateRequestMutation>['texts']], RequestAnswer> {
  const { act, isActing, failure } = useAct(TranslateRequestMutation);
  return { perform: async ({ id, version }, texts) => answered((await act({ id, version, texts }))?.translateCooperationRequest), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Withdraws a request, as it was read, for a reason. */
export function useWithdrawRequest(): Doing<[of: Pick<CooperationRequest, 'id' | 'version'>, reason: string], RequestAnswer> {
  const { act, isActing, failure } = useAct(WithdrawRequestMutation);
  return { perform: async ({ id, version }, reason) => answered((await act({ id, version, reason }))?.withdrawCooperationRequest), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Decides about a request, as it was read. */
export function useDecideRequest(): Doing<[of: Pick<CooperationRequest, 'id' | 'version'>, input: RequestDecisionInput], RequestAnswer> {
  const { act, isActing, failure } = useAct(DecideRequestMutation);
  return { perform: async ({ id, version }, input) => answered((await act({ id, version, input }))?.decideCooperationRequest), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** The ids of the training session and of the mission that came of a request; empty for none. */
export interface CameOfRequest {
  readonly session: string;
  readonly mission: string;
}

/** Closes a request, as it was read, with what was done and `came` of it. */
export function useCloseRequest(came: () => CameOfRequest): Doing<[of: Pick<CooperationRequest, 'id' | 'version'>, reason: string], RequestAnswer> {
  const { act, isActing, failure } = useAct(CloseRequestMutation);
  return { perform: async ({ id, version }, reason) => answered((await act({ id, version, reason, result: { session: came().session || null, mission: came().mission || null } }))?.closeCooperationRequest), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** The training sessions and missions of which one can have come of a request; asked anew by each visit. */
export function useRequestResults(): Answer<ResultOf<typeof RequestResultsQuery>> {
  return useAnswer(RequestResultsQuery, () => ({}), 'network-only');
}

/** Says what a service thinks of a request, as its opinion was read. */
export function useGiveOpinion(): Doing<[of: Pick<CooperationRequest, 'id'>, opinion: Pick<RequestOpinion, 'service' | 'version'>, answer: NonNullable<RequestOpinion['answer']>, reason: string], RequestAnswer> {
  const { act, isActing, failure } = useAct(GiveRequestOpinionMutation);
  return { perform: async ({ id }, { service, version }, answer, reason) => answered((await act({ id, version, input: { service, answer, reason } }))?.giveRequestOpinion), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
