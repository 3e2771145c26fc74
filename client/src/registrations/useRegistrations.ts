import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Act, type Answer, type Failure, useAct, useAnswer, useLive } from '../core/api/index.ts';
import { useWhileHeld } from '../core/files/index.ts';
import { isAnyHeld } from '../questions/reading/index.ts';
import { RegistrationsChangedSubscription } from './live.documents.ts';
import { AcceptOfferByLinkMutation, DeclineOfferByLinkMutation, LeaveByLinkMutation } from './offers.documents.ts';
import { AcceptOfferMutation, DeclineOfferMutation, RefuseRegistrationMutation, ValidateRegistrationMutation, WithdrawRegistrationMutation } from './acts.documents.ts';
import { type AnswerFaultFields, type PersonFaultFields, type RegisteredFields, RegisterFormQuery, RegisterParticipantsMutation } from './register.documents.ts';
import { OfferedPlacesQuery, RegisterAbilityQuery, type RegistrationFields, RegistrationListQuery, SessionRegistrationsQuery } from './registrations.documents.ts';

/** A registration, as lists show it. */
export type Registration = FragmentOf<typeof RegistrationFields>;
/** What the form to register people needs. */
export type RegisterForm = ResultOf<typeof RegisterFormQuery>;
/** For whom somebody registers people. */
export type Registrar = NonNullable<RegisterForm['viewer']>['registersFor'][number];
/** People to register, as they are sent. */
export type RegisterInput = VariablesOf<typeof RegisterParticipantsMutation>['input'];
/** What is wrong with an answer. */
export type AnswerFault = FragmentOf<typeof AnswerFaultFields>;
/** What is wrong with what is said of somebody. */
export type PersonFault = FragmentOf<typeof PersonFaultFields>;
/** What came of registering somebody. */
export type Registered = FragmentOf<typeof RegisteredFields>;
/** What came of changing a registration. */
export type RegistrationOutcome = ResultOf<typeof WithdrawRegistrationMutation>['withdrawRegistration']['outcome'];
/** Who is registered for a session. */
export type SessionRegistrations = ResultOf<typeof SessionRegistrationsQuery>;

/** Whether who is signed in may register people for a session: asked anew by each visit. */
export function useRegisterAbility(id: () => string): Answer<ResultOf<typeof RegisterAbilityQuery>> {
  return useAnswer(RegisterAbilityQuery, () => ({ id: id() }), 'network-only');
}

/** What the form to register people for a session needs: asked anew by each visit. */
export function useRegisterForm(id: () => string): Answer<RegisterForm> {
  return useAnswer(RegisterFormQuery, () => ({ id: id() }), 'network-only');
}

/** Registers people. */
export function useRegisterParticipants(): Act<ResultOf<typeof RegisterParticipantsMutation>, VariablesOf<typeof RegisterParticipantsMutation>> {
  return useAct(RegisterParticipantsMutation);
}

/** Whether a file of an answer of theirs waits until it was checked. */
export const isAnyFileHeld = (registrations: readonly Pick<Registration, 'answers'>[]): boolean => registrations.some(({ answers }) => isAnyHeld(answers));

/** The registrations of who asks, with the places that wait for their answer. */
interface RegistrationList extends Answer<ResultOf<typeof RegistrationListQuery>> {
  readonly offered: ComputedRef<readonly Registration[]>;
  /** Why the places that wait could not be asked for. */
  readonly offersFailure: Answer<unknown>['failure'];
}

/** Those that wait for an embassy and a page of all registrations, as far as they are for who asks, and, of who registers, the places that are offered; asked anew by each visit, and whenever one of them has changed. */
export function useRegistrationList(variables: () => VariablesOf<typeof RegistrationListQuery>): RegistrationList {
  const answer = useAnswer(RegistrationListQuery, variables, 'network-only');
  const registers = computed(() => answer.data.value?.viewer?.can.registerParticipants === true);
  const offers = useAnswer(OfferedPlacesQuery, () => (registers.value ? {} : undefined), 'network-only');
  const retry = (): void => {
    answer.retry();
    if (registers.value) offers.retry();
  };
  useLive(RegistrationsChangedSubscription, () => ({}), retry, retry);
  useWhileHeld(() => isAnyFileHeld([...(answer.data.value?.waiting.nodes ?? []), ...(answer.data.value?.all.nodes ?? [])]), answer.retry);
  return { ...answer, retry, offered: computed(() => offers.data.value?.registrations.nodes ?? []), offersFailure: offers.failure };
}

/** Who is registered for a session; asked anew by each visit, and whenever one of them has changed. */
export function useSessionRegistrations(variables: () => VariablesOf<typeof SessionRegistrationsQuery>): Answer<SessionRegistrations> {
  const answer = useAnswer(SessionRegistrationsQuery, variables, 'network-only');
  useLive(RegistrationsChangedSubscription, () => ({ session: variables().id }), answer.retry, answer.retry);
  useWhileHeld(() => isAnyFileHeld(answer.data.value?.registrations.nodes ?? []), answer.retry);
  return answer;
}

/** Refuses a registration. */
export function useRefuseRegistration(): Act<ResultOf<typeof RefuseRegistrationMutation>, VariablesOf<typeof RefuseRegistrationMutation>> {
  return useAct(RefuseRegistrationMutation);
}

/** What can be done with a registration without a word. */
export type RegistrationAct = 'validate' | 'withdraw' | 'accept' | 'decline';

/** Several things to do, of which one is done at a time. */
export interface Acts<Do> {
  readonly perform: Do;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

function together<Do>(acts: readonly Pick<Act<never, never>, 'isActing' | 'failure'>[], perform: Do): Acts<Do> {
  return {
    perform,
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}

/** Changes a registration; undefined when that failed. */
export function useRegistrationActs(): Acts<(what: RegistrationAct, id: string) => Promise<RegistrationOutcome | undefined>> {
  const [validate, withdraw, accept, decline] = [useAct(ValidateRegistrationMutation), useAct(WithdrawRegistrationMutation), useAct(AcceptOfferMutation), useAct(DeclineOfferMutation)];
  return together([validate, withdraw, accept, decline], async (what, id) => ({
    validate: async () => (await validate.act({ id }))?.validateRegistration.outcome,
    withdraw: async () => (await withdraw.act({ id }))?.withdrawRegistration.outcome,
    accept: async () => (await accept.act({ id }))?.acceptOffer.outcome,
    decline: async () => (await decline.act({ id }))?.declineOffer.outcome,
  })[what]());
}

/** Withdraws a registration by the secret of its link. */
export function useLeaving(): Act<ResultOf<typeof LeaveByLinkMutation>, VariablesOf<typeof LeaveByLinkMutation>> {
  return useAct(LeaveByLinkMutation);
}

/** What somebody answers to an offer. */
export type OfferAnswer = 'accept' | 'decline';

/** Answers an offer by the secret of its link; undefined when that failed. */
export function useOfferAnswer(): Acts<(answer: OfferAnswer, secret: string) => Promise<RegistrationOutcome | undefined>> {
  const [accept, decline] = [useAct(AcceptOfferByLinkMutation), useAct(DeclineOfferByLinkMutation)];
  return together([accept, decline], async (answer, secret) => (
    answer === 'accept' ? (await accept.act({ secret }))?.acceptOfferByLink.outcome : (await decline.act({ secret }))?.declineOfferByLink.outcome));
}
