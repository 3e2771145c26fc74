import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Act, type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { type TrainerFields, TrainerSearchQuery } from './choices.documents.ts';
import {
  ArchiveSessionMutation, CancelSessionMutation, CloseSessionMutation, CreateSessionMutation, DiscardSessionMutation, OpenSessionMutation, PreparationQuery, type PreparedFields, PreparedQuery,
  ReopenSessionMutation, TranslateSessionMutation, TranslationsQuery, UpdateSessionMutation,
} from './preparing.documents.ts';

/** A session as whoever prepares it changes it. */
export type Prepared = FragmentOf<typeof PreparedFields>;
/** Somebody who may teach. */
export type Trainer = FragmentOf<typeof TrainerFields>;
/** Where who is signed in prepares sessions, and what they choose from. */
export type Preparation = ResultOf<typeof PreparationQuery>;
/** A session as it is sent. */
export type SessionInput = VariablesOf<typeof CreateSessionMutation>['input'];
/** The texts of a session in another language, as they are sent. */
export type TextsInput = VariablesOf<typeof TranslateSessionMutation>['texts'];
/** What came of a change. */
export type SessionAnswer = ResultOf<typeof UpdateSessionMutation>['updateSession'];
export type SessionOutcome = SessionAnswer['outcome'];
/** What is wrong with a field. */
export type SessionFault = SessionAnswer['faults'][number];

/** Asked anew by each visit: roles change. */
export function usePreparation(): Answer<Preparation> {
  return useAnswer(PreparationQuery, () => ({}), 'network-only');
}

/** A session that is prepared, asked anew by each visit: others change it too. */
export function usePrepared(id: () => string): Answer<ResultOf<typeof PreparedQuery>> {
  return useAnswer(PreparedQuery, () => ({ id: id() }), 'network-only');
}

/** A session that is said in other languages, with all that is said of its parts and questions; asked anew by each visit. */
export function useTranslations(id: () => string): Answer<ResultOf<typeof TranslationsQuery>> {
  return useAnswer(TranslationsQuery, () => ({ id: id() }), 'network-only');
}

/** Experts who have the words; asked when there are any. */
export function useTrainerSearch(search: () => string): Answer<ResultOf<typeof TrainerSearchQuery>> {
  return useAnswer(TrainerSearchQuery, () => ({ search: search() }));
}

type Doing<Arguments extends unknown[]> = {
  readonly perform: (...given: Arguments) => Promise<SessionAnswer | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
};

type AnyAct = Pick<Act<never, never>, 'isActing' | 'failure'>;

function doing<Arguments extends unknown[]>(acts: readonly AnyAct[], perform: Doing<Arguments>['perform']): Doing<Arguments> {
  return {
    perform,
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}

/** Saves a session: a new one under a key of its own, so that it is made once however often it is sent, or one that was read at a version. Undefined when that failed. */
export function useSaveSession(): Doing<[input: SessionInput, of: { readonly key: string } | Pick<Prepared, 'id' | 'version'>]> {
  const [create, update] = [useAct(CreateSessionMutation), useAct(UpdateSessionMutation)];
  return doing([create, update], async (input, of) => (
    'key' in of ? (await create.act({ key: of.key, input }))?.createSession : (await update.act({ id: of.id, version: of.version, input }))?.updateSession));
}

/** Saves a translation. Undefined when that failed. */
export function useTranslateSession(): Doing<[texts: TextsInput, of: Pick<Prepared, 'id' | 'version'>]> {
  const translate = useAct(TranslateSessionMutation);
  return doing([translate], async (texts, { id, version }) => (await translate.act({ id, version, texts }))?.translateSession);
}

/** What is decided about a session without a word. */
export type SessionStep = 'open' | 'close' | 'reopen' | 'archive' | 'discard';

/** Takes a session a step further. Undefined when that failed. */
export function useSessionSteps(): Doing<[step: SessionStep, id: string]> {
  const [open, close, reopen] = [useAct(OpenSessionMutation), useAct(CloseSessionMutation), useAct(ReopenSessionMutation)];
  const [archive, discard] = [useAct(ArchiveSessionMutation), useAct(DiscardSessionMutation)];
  return doing([open, close, reopen, archive, discard], (step, id) => ({
    open: async () => (await open.act({ id }))?.openSession,
    close: async () => (await close.act({ id }))?.closeSession,
    reopen: async () => (await reopen.act({ id }))?.reopenSession,
    archive: async () => (await archive.act({ id }))?.archiveSession,
    discard: async () => (await discard.act({ id }))?.discardSession,
  })[step]());
}

/** Calls a session off, for reasons by their language. Undefined when that failed. */
export function useCancelSession(): Doing<[id: string, reasons: VariablesOf<typeof CancelSessionMutation>['reasons']]> {
  const cancel = useAct(CancelSessionMutation);
  return doing([cancel], async (id, reasons) => (await cancel.act({ id, reasons }))?.cancelSession);
}
