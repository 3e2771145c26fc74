import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { NoteActualMutation, RemoveCostMutation, RemoveTravelMutation, SaveCostMutation, SaveTravelMutation } from './costActs.documents.ts';
import { BudgetQuery, type CostsFields, CostsQuery } from './costs.documents.ts';

/** A mission with its journeys and costs. */
export type Costs = FragmentOf<typeof CostsFields>;
export type Line = Costs['costs'][number];
export type Journey = Costs['journeys'][number];
export type City = ResultOf<typeof CostsQuery>['cities'][number];
export type CostInput = VariablesOf<typeof SaveCostMutation>['input'];
export type TravelInput = VariablesOf<typeof SaveTravelMutation>['input'];
type Sent = ResultOf<typeof SaveCostMutation>['saveMissionCost'];
/** What is wrong with a field. */
export type CostFault = Sent['faults'][number];
export type CostAnswer = PreparingAnswer<Costs, CostFault>;

/** What all costs of a mission come to; asked anew by each visit. */
export function useBudget(id: () => string): Answer<ResultOf<typeof BudgetQuery>> {
  return useAnswer(BudgetQuery, () => ({ id: id() }), 'network-only');
}

/** The journeys and costs of a mission; asked anew by each visit. */
export function useCosts(id: () => string): Answer<ResultOf<typeof CostsQuery>> {
  return useAnswer(CostsQuery, () => ({ id: id() }), 'network-only');
}

function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, CostAnswer> {
  return {
    perform: async (...given) => {
      const sent = await perform(...given);
      return sent && { outcome: sent.outcome, faults: sent.faults, session: sent.mission };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Which line or journey, as it was read; version 0 for a new one. */
interface Of { readonly key: string; readonly version: number }

/** Saves a line of the costs of a mission. */
export function useSaveCost(): Doing<[mission: string, of: Of, input: CostInput], CostAnswer> {
  const save = useAct(SaveCostMutation);
  return doing(save, async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveMissionCost);
}

/** Says what a line came to; null for what is not known yet. */
export function useNoteActual(): Doing<[mission: string, of: Of, actualCents: number | null], CostAnswer> {
  const note = useAct(NoteActualMutation);
  return doing(note, async (mission, { key, version }, actualCents) => (await note.act({ mission, key, version, actualCents }))?.noteActualCost);
}

/** Removes a line. */
export function useRemoveCost(): Doing<[mission: string, of: Of], CostAnswer> {
  const remove = useAct(RemoveCostMutation);
  return doing(remove, async (mission, { key, version }) => (await remove.act({ mission, key, version }))?.removeMissionCost);
}

/** Saves a journey. */
export function useSaveTravel(): Doing<[mission: string, of: Of, input: TravelInput], CostAnswer> {
  const save = useAct(SaveTravelMutation);
  return doing(save, async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveMissionTravel);
}

/** Takes a journey away. */
export function useRemoveTravel(): Doing<[mission: string, of: Of], CostAnswer> {
  const remove = useAct(RemoveTravelMutation);
  return doing(remove, async (mission, { key, version }) => (await remove.act({ mission, key, version }))?.removeMissionTravel);
}
