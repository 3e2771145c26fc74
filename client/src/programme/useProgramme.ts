import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing } from '../core/editing/index.ts';
import { MovePartMutation, type ProgrammeFields, ProgrammeQuery, RemovePartMutation, SavePartMutation, TranslatePartMutation } from './programme.documents.ts';

/** The programme of a session as whoever prepares it changes it. */
export type Programme = FragmentOf<typeof ProgrammeFields>;
export type Part = Programme['parts'][number];
/** A part as it is sent. */
export type PartInput = VariablesOf<typeof SavePartMutation>['input'];
/** The same in another language. */
export type PartTexts = VariablesOf<typeof TranslatePartMutation>['texts'];
/** What came of a change. */
export type PartAnswer = ResultOf<typeof SavePartMutation>['saveSessionPart'];
export type PartFault = PartAnswer['faults'][number];

/** The programme of a session, asked anew by each visit: others change it too. */
export function useProgramme(id: () => string): Answer<ResultOf<typeof ProgrammeQuery>> {
  return useAnswer(ProgrammeQuery, () => ({ id: id() }), 'network-only');
}

/** Saves a part that was read at a version; 0 for a new one. */
export function useSavePart(): Doing<[session: string, of: { readonly key: string; readonly version: number }, input: PartInput], PartAnswer> {
  const { act, isActing, failure } = useAct(SavePartMutation);
  return {
    perform: async (session, { key, version }, input) => (await act({ session, key, version, input }))?.saveSessionPart, isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Says a part in another language. */
export function useTranslatePart(): Doing<[session: string, of: Pick<Part, 'id' | 'version'>, texts: PartTexts], PartAnswer> {
  const { act, isActing, failure } = useAct(TranslatePartMutation);
  return {
    perform: async (session, { id, version }, texts) => (await act({ session, id, version, texts }))?.translateSessionPart, isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** What is done with a part without a word. */
export type PartStep = 'earlier' | 'later' | 'remove';

/** Does something with a part that stands at `position` of its day, from 1. */
export function usePartSteps(): Doing<[step: PartStep, session: string, of: Pick<Part, 'id'>, position: number], PartAnswer> {
  const [move, remove] = [useAct(MovePartMutation), useAct(RemovePartMutation)];
  return {
    perform: async (step, session, { id }, position) => (
      step === 'remove' ? (await remove.act({ session, id }))?.removeSessionPart : (await move.act({ session, id, position: position + (step === 'earlier' ? -1 : 1) }))?.moveSessionPart
    ),
    isActing: computed(() => move.isActing.value || remove.isActing.value),
    failure: computed(() => move.failure.value ?? remove.failure.value),
  };
}
