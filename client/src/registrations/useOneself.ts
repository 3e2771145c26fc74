import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer, useLive } from '../core/api/index.ts';
import { useWhileHeld } from '../core/files/index.ts';
import { RegistrationsChangedSubscription } from './live.documents.ts';
import { OwnRegistrationsQuery, RegisterMyselfFormQuery, RegisterMyselfMutation, SessionForVisitorsQuery } from './oneself.documents.ts';
import { isAnyFileHeld } from './useRegistrations.ts';

/** What the form to register oneself needs. */
export type MyselfForm = ResultOf<typeof RegisterMyselfFormQuery>;
/** As what somebody takes part. */
export type Capacity = NonNullable<MyselfForm['viewer']>['takesPartAs'][number];
/** Oneself, as it is sent. */
export type MyselfInput = VariablesOf<typeof RegisterMyselfMutation>['input'];

/** What the form to register oneself for a session needs: asked anew by each visit. */
export function useMyselfForm(id: () => string): Answer<MyselfForm> {
  return useAnswer(RegisterMyselfFormQuery, () => ({ id: id() }), 'network-only');
}

/** What a visitor is told of registering oneself for a session. */
export function useSessionForVisitors(id: () => string): Answer<ResultOf<typeof SessionForVisitorsQuery>> {
  return useAnswer(SessionForVisitorsQuery, () => ({ id: id() }));
}

/** Registers who is signed in. */
export function useRegisterMyself(): Act<ResultOf<typeof RegisterMyselfMutation>, VariablesOf<typeof RegisterMyselfMutation>> {
  return useAct(RegisterMyselfMutation);
}

/** A page of what who asks has registered themselves for; asked anew by each visit, and whenever one has changed. */
export function useOwnRegistrations(variables: () => VariablesOf<typeof OwnRegistrationsQuery>): Answer<ResultOf<typeof OwnRegistrationsQuery>> {
  const answer = useAnswer(OwnRegistrationsQuery, variables, 'network-only');
  useLive(RegistrationsChangedSubscription, () => ({}), answer.retry);
  useWhileHeld(() => isAnyFileHeld(answer.data.value?.registrations.nodes ?? []), answer.retry);
  return answer;
}
