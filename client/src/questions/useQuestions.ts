import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing } from '../core/editing/index.ts';
import { useWhileHeld } from '../core/files/index.ts';
import { isAnyHeld } from './heldAnswers.ts';
import type { AnswerFields, AskedFields } from './parts/fragments.documents.ts';
import {
  CloseQuestionMutation, type FormFields, FormQuery, MoveQuestionMutation, RemoveQuestionMutation, ReopenQuestionMutation, SaveQuestionMutation, SessionAnswersQuery,
  TranslateQuestionMutation,
} from './questions.documents.ts';

/** A question as it is asked. */
export type Asked = FragmentOf<typeof AskedFields>;
/** What was answered. */
export type Given = FragmentOf<typeof AnswerFields>;
/** The form of a session as whoever prepares it changes it. */
export type Form = FragmentOf<typeof FormFields>;
export type Question = Form['questions'][number];
/** A question as it is sent. */
export type QuestionInput = VariablesOf<typeof SaveQuestionMutation>['input'];
/** The same in another language. */
export type TextsInput = VariablesOf<typeof TranslateQuestionMutation>['texts'];
/** What came of a change. */
export type QuestionAnswer = ResultOf<typeof SaveQuestionMutation>['saveQuestion'];
export type QuestionFault = QuestionAnswer['faults'][number];
/** Countries or languages to choose from. */
export type Listed = Omit<ResultOf<typeof FormQuery>['countries'][number], 'nameNote'> & Partial<Pick<ResultOf<typeof FormQuery>['countries'][number], 'nameNote'>>;
/** What was answered for a session, question by question. */
export type SessionAnswers = ResultOf<typeof SessionAnswersQuery>;

/** The form of a session, asked anew by each visit: others change it too. */
export function useForm(id: () => string): Answer<ResultOf<typeof FormQuery>> {
  return useAnswer(FormQuery, () => ({ id: id() }), 'network-only');
}

/** What was answered for a session; asked anew by each visit, and while files wait until they were checked. */
export function useSessionAnswers(id: () => string): Answer<SessionAnswers> {
  const answer = useAnswer(SessionAnswersQuery, () => ({ id: id() }), 'network-only');
  useWhileHeld(() => (answer.data.value?.trainingSession?.questions ?? []).some(({ answers }) => isAnyHeld(answers)), answer.retry);
  return answer;
}

/** Saves a question that was read at a version; 0 for a new one. */
export function useSaveQuestion(): Doing<[session: string, of: { readonly key: string; readonly version: number }, input: QuestionInput], QuestionAnswer> {
  const { act, isActing, failure } = useAct(SaveQuestionMutation);
  return {
    perform: async (session, { key, version }, input) => (await act({ session, key, version, input }))?.saveQuestion, isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Says a question in another language. */
export function useTranslateQuestion(): Doing<[session: string, of: Pick<Question, 'key' | 'version'>, texts: TextsInput], QuestionAnswer> {
  const { act, isActing, failure } = useAct(TranslateQuestionMutation);
  return {
    perform: async (session, { key, version }, texts) => (await act({ session, key, version, texts }))?.translateQuestion, isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** What is done with a question without a word. */
export type QuestionStep = 'up' | 'down' | 'close' | 'reopen' | 'remove';

/** Does something with a question. */
export function useQuestionSteps(): Doing<[step: QuestionStep, session: string, of: Pick<Question, 'key'>, position: number], QuestionAnswer> {
  const [move, close, reopen, remove] = [useAct(MoveQuestionMutation), useAct(CloseQuestionMutation), useAct(ReopenQuestionMutation), useAct(RemoveQuestionMutation)];
  const acts = [move, close, reopen, remove];
  const moved = async (session: string, key: string, position: number): Promise<QuestionAnswer | undefined> => (await move.act({ session, key, position }))?.moveQuestion;
  return {
    perform: (step, session, { key }, position) => ({
      up: () => moved(session, key, position - 1),
      down: () => moved(session, key, position + 1),
      close: async () => (await close.act({ session, key }))?.closeQuestion,
      reopen: async () => (await reopen.act({ session, key }))?.reopenQuestion,
      remove: async () => (await remove.act({ session, key }))?.removeQuestion,
    })[step](),
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}
