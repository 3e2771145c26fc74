import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type BorderFields, type HoursFields, type InterpretationFields, type LinkFields, RemoveFactMutation, SaveBorderRuleMutation, SaveHoursMutation, SaveInterpretationMutation, SaveLinkMutation, TravelQuery } from './travel.documents.ts';

export type Link = FragmentOf<typeof LinkFields>;
export type BorderRule = FragmentOf<typeof BorderFields>;
export type Interpretation = FragmentOf<typeof InterpretationFields>;
export type Hours = FragmentOf<typeof HoursFields>;
export type Travel = ResultOf<typeof TravelQuery>;
export type City = Travel['cities'][number];
export type Country = Travel['countries'][number];
export type TravelKind = VariablesOf<typeof RemoveFactMutation>['kind'];
export type LinkInput = VariablesOf<typeof SaveLinkMutation>['input'];
export type InterpretationInput = VariablesOf<typeof SaveInterpretationMutation>['input'];
export type HoursInput = VariablesOf<typeof SaveHoursMutation>['input'];
export type BorderInput = VariablesOf<typeof SaveBorderRuleMutation>['input'];

/** All that is known of one kind, or what an answer tells of. */
export interface Known<Item> {
  readonly id: string;
  readonly items: readonly Item[];
}

type Sent = ResultOf<typeof SaveLinkMutation>['saveTravelLink'];
export type TravelFault = Sent['faults'][number];
export type TravelAnswer<Item> = PreparingAnswer<Known<Item>, TravelFault>;
type Saving<Item, Input> = Doing<[known: string, of: { readonly key: string; readonly version: number }, input: Input], TravelAnswer<Item>>;

const answered = <Item>(sent: Sent | undefined, item: (sent: Sent) => Item | null): TravelAnswer<Item> | undefined => {
  if (!sent) return undefined;
  const [{ outcome, faults }, one] = [sent, item(sent)];
  return { outcome, faults, session: { id: 'travel', items: one === null ? [] : [one] } };
};

/** How it stands with what is sent. */
const going = ({ isActing, failure }: Pick<Act<unknown, never>, 'isActing' | 'failure'>) => ({ isActing: computed(() => isActing.value), failure: computed(() => failure.value) });

/** What is known of travelling; asked anew by each visit. */
export function useTravel(): Answer<Travel> {
  return useAnswer(TravelQuery, () => ({}), 'network-only');
}

/** Enters a link, or changes it as it was read; version 0 for a new one. */
export function useSaveLink(): Saving<Link, LinkInput> {
  const { act, ...state } = useAct(SaveLinkMutation);
  return { perform: async (_known, { key, version }, input) => answered((await act({ code: key, version, input }))?.saveTravelLink, ({ link }) => link), ...going(state) };
}

/** The same of a rule of a border. */
export function useSaveBorderRule(): Saving<BorderRule, BorderInput> {
  const { act, ...state } = useAct(SaveBorderRuleMutation);
  return { perform: async (_known, { key, version }, input) => answered((await act({ code: key, version, input }))?.saveBorderRule, ({ borderRule }) => borderRule), ...going(state) };
}

/** The same of a price of interpreting. */
export function useSaveInterpretation(): Saving<Interpretation, InterpretationInput> {
  const { act, ...state } = useAct(SaveInterpretationMutation);
  return { perform: async (_known, { key, version }, input) => answered((await act({ code: key, version, input }))?.saveInterpretation, ({ interpretation }) => interpretation), ...going(state) };
}

/** The same of the hours of a country. */
export function useSaveHours(): Saving<Hours, HoursInput> {
  const { act, ...state } = useAct(SaveHoursMutation);
  return { perform: async (_known, { key, version }, input) => answered((await act({ code: key, version, input }))?.saveCountryHours, ({ countryHours }) => countryHours), ...going(state) };
}

/** Removes a link, a rule, a price or hours, as it was read. */
export function useRemoveFact(): Doing<[kind: TravelKind, of: { readonly code: string; readonly version: number }], TravelAnswer<Link | BorderRule | Interpretation | Hours>> {
  const { act, ...state } = useAct(RemoveFactMutation);
  return { perform: async (kind, { code, version }) => answered((await act({ kind, code, version }))?.removeTravelFact, ({ link, borderRule, interpretation, countryHours }) => link ?? borderRule ?? interpretation ?? countryHours), ...going(state) };
}
