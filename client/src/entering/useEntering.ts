import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { CreateExpertMutation, EnteredExpertQuery, type EnteredFields, type EnteredPayloadFields, EnteringQuery, RemoveExpertMutation, TranslateExpertMutation, UpdateExpertMutation } from './entering.documents.ts';

/** Whether who is signed in enters experts, and what they choose from. */
export type Entering = ResultOf<typeof EnteringQuery>;
type Answered = FragmentOf<typeof EnteredFields>;
/** An expert with their sheet, as the adviser changes it. */
export type Sheet = Omit<Answered, 'sheet'> & NonNullable<Answered['sheet']>;
/** Experts of whom one is entered or changed: none before there is one. */
export interface Sheets {
  readonly id: string;
  readonly sheets: readonly Sheet[];
}
/** A sheet as it is sent. */
export type SheetInput = VariablesOf<typeof UpdateExpertMutation>['input'];
type Payload = FragmentOf<typeof EnteredPayloadFields>;
export type SheetOutcome = Payload['outcome'];
export type SheetFault = Payload['faults'][number];
export type SheetAnswer = PreparingAnswer<Sheets, SheetFault>;

/** Whether who is signed in enters experts, and what they choose from: asked anew by each visit. */
export function useEntering(): Answer<Entering> {
  return useAnswer(EnteringQuery, () => ({}), 'network-only');
}

/** An expert whose sheet is changed, asked anew by each visit: others change it too. */
export function useEntered(id: () => string): Answer<ResultOf<typeof EnteredExpertQuery>> {
  return useAnswer(EnteredExpertQuery, () => ({ id: id() }), 'network-only');
}

/** An expert with what stands on the sheet; undefined where whoever asks does not get it. */
export function sheetOf({ sheet, ...expert }: Answered): Sheet | undefined {
  return sheet ? { ...expert, ...sheet } : undefined;
}

/** A sheet alone. */
export const alone = (sheet: Sheet | undefined, id = ''): Sheets => ({ id: sheet?.id ?? id, sheets: sheet ? [sheet] : [] });

/** What came of a change, as forms of what is prepared take it. */
function answerOf(payload: Payload | undefined): SheetAnswer | undefined {
  return payload && { outcome: payload.outcome, faults: payload.faults, session: payload.expert && alone(sheetOf(payload.expert), payload.expert.id) };
}

/** Saves a sheet that was read at a version; 0 for that of an expert who is new. */
export function useSaveSheet(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: SheetInput], SheetAnswer> {
  const [create, update] = [useAct(CreateExpertMutation), useAct(UpdateExpertMutation)];
  return {
    perform: async (_id, { key, version }, input) =>
      answerOf(version === 0 ? (await create.act({ key, input }))?.createExpert : (await update.act({ id: `Expert_${key}`, version, input }))?.updateExpert),
    isActing: computed(() => create.isActing.value || update.isActing.value),
    failure: computed(() => create.failure.value ?? update.failure.value),
  };
}

/** Says an expert in another language. */
export function useTranslateExpert(): Doing<[of: Pick<Sheet, 'id' | 'version'>, texts: VariablesOf<typeof TranslateExpertMutation>['texts']], SheetAnswer> {
  const { act, isActing, failure } = useAct(TranslateExpertMutation);
  return {
    perform: async ({ id, version }, texts) => answerOf((await act({ id, version, texts }))?.translateExpert), isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Takes the sheet of an expert, as it was read, away. */
export function useRemoveExpert(): Act<ResultOf<typeof RemoveExpertMutation>, VariablesOf<typeof RemoveExpertMutation>> {
  return useAct(RemoveExpertMutation);
}
