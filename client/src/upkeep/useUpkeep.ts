import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import type { Holiday } from '../holidays/index.ts';
import { CheckHotlineMutation, type KeptFields, KeptQuery, RemoveTravelNoteMutation, SaveHolidayMutation, SaveTravelNoteMutation, StrikeHolidayMutation, TranslateTravelNoteMutation, TravelNoteQuery, type UpkeepAnswer } from './upkeep.documents.ts';

/** What is kept of a country. */
export type Kept = FragmentOf<typeof KeptFields>;
export type KeptAnswer = ResultOf<typeof KeptQuery>;
export type Note = NonNullable<Kept['travelNote']>;
type Sent = FragmentOf<typeof UpkeepAnswer>;
export type UpkeepFault = Sent['faults'][number];
export type HolidayInput = VariablesOf<typeof SaveHolidayMutation>['input'];
export type SourceInput = VariablesOf<typeof StrikeHolidayMutation>['input'];
export type NoteInput = VariablesOf<typeof SaveTravelNoteMutation>['input'];
export type KeptSession = PreparingAnswer<Kept, UpkeepFault>;
/** What one of several is told by: its key, and the version that was read. */
interface Which {
  readonly key: string;
  readonly version: number;
}

/** All that is kept of a country; asked anew by each visit: others keep it too. */
export function useKept(code: () => string): Answer<KeptAnswer> {
  return useAnswer(KeptQuery, () => ({ code: code() }), 'network-only');
}

/** What to know of travelling to a country, for whoever is signed in. */
export function useTravelNote(code: () => string): Answer<ResultOf<typeof TravelNoteQuery>> {
  return useAnswer(TravelNoteQuery, () => ({ code: code() }));
}

/** All public holidays of a country, those that were struck among them. */
export const allHolidays = ({ holidays, struckHolidays }: Pick<Kept, 'holidays' | 'struckHolidays'>): Holiday[] => [...holidays, ...struckHolidays];

const answered = (sent: Sent | undefined): KeptSession | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.country };

/** Corrects a holiday, by the day on which it was read, or adds one under any other key. */
export function useSaveHoliday(country: () => string): Doing<[id: string, which: Which, input: HolidayInput], KeptSession> {
  const { act, isActing, failure } = useAct(SaveHolidayMutation);
  return {
    perform: async (_id, { key, version }, input) => answered((await act({ country: country(), date: version === 0 ? null : key, version, input }))?.saveHoliday),
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

export function useStrikeHoliday(country: () => string): Doing<[id: string, which: Which, input: SourceInput], KeptSession> {
  const { act, isActing, failure } = useAct(StrikeHolidayMutation);
  return {
    perform: async (_id, { key, version }, input) => answered((await act({ country: country(), date: key, version, input }))?.strikeHoliday), isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

export function useCheckHotline(country: () => string): Doing<[number: string, checkedOn: string, holds: boolean], KeptSession> {
  const { act, isActing, failure } = useAct(CheckHotlineMutation);
  return { perform: async (number, checkedOn, holds) => answered((await act({ country: country(), number, checkedOn, holds }))?.checkHotline), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

export function useSaveTravelNote(country: () => string): Doing<[id: string, which: Which, input: NoteInput], KeptSession> {
  const { act, isActing, failure } = useAct(SaveTravelNoteMutation);
  return { perform: async (_id, { version }, input) => answered((await act({ country: country(), version, input }))?.saveTravelNote), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

export function useTranslateTravelNote(country: () => string): Doing<[version: number, locale: VariablesOf<typeof TranslateTravelNoteMutation>['locale'], text: string], KeptSession> {
  const { act, isActing, failure } = useAct(TranslateTravelNoteMutation);
  return { perform: async (version, locale, text) => answered((await act({ country: country(), version, locale, text }))?.translateTravelNote), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

export function useRemoveTravelNote(country: () => string): Doing<[version: number], KeptSession> {
  const { act, isActing, failure } = useAct(RemoveTravelNoteMutation);
  return { perform: async (version) => answered((await act({ country: country(), version }))?.removeTravelNote), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
