import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { CountryMonitoringQuery, type CycleFields, type KeepingFields, MonitoringQuery, RemoveCycleMutation, SaveCycleMutation } from './monitoring.documents.ts';

/** The dates of a round of a monitoring body for a country. */
export type Cycle = FragmentOf<typeof CycleFields>;
export type CycleInput = VariablesOf<typeof SaveCycleMutation>['input'];
export type CycleFault = ResultOf<typeof SaveCycleMutation>['saveMonitoringCycle']['faults'][number];
export type CountryMonitoring = ResultOf<typeof CountryMonitoringQuery>;

/** Whether somebody keeps the dates of a country: the adviser and the team those of all, a post those of its own. */
export const keepsIn = (viewer: FragmentOf<typeof KeepingFields> | null | undefined, code: string): boolean =>
  viewer?.can.followRecommendations === true && (viewer.can.enterNeedsAnywhere || viewer.memberships.some(({ can, country }) => can.enterNeeds && country?.code === code));

/** All rounds of a country, or what an answer tells of. */
export interface Cycles {
  readonly id: string;
  readonly items: readonly Cycle[];
}

/** All dates that who asks follows; asked anew by each visit: others keep them too. */
export function useMonitoring(): Answer<ResultOf<typeof MonitoringQuery>> {
  return useAnswer(MonitoringQuery, () => ({}), 'network-only');
}

/** Those of a country; asked anew by each visit. */
export function useCountryMonitoring(code: () => string): Answer<CountryMonitoring> {
  return useAnswer(CountryMonitoringQuery, () => ({ code: code() }), 'network-only');
}

/** Enters the dates of a round, or changes them as they were read; version 0 for a new one. */
export function useSaveCycle(): Doing<[country: string, of: { readonly key: string; readonly version: number }, input: CycleInput], PreparingAnswer<Cycles, CycleFault>> {
  const { act, isActing, failure } = useAct(SaveCycleMutation);
  return {
    async perform(country, { key, version }, input) {
      const sent = (await act({ key, version, input }))?.saveMonitoringCycle;
      return sent && { outcome: sent.outcome, faults: sent.faults, session: { id: country, items: sent.cycle ? [sent.cycle] : [] } };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Removes a round, as it was read; gives what came of it, nothing where it failed. */
export function useRemoveCycle(): { readonly perform: (of: Pick<Cycle, 'key' | 'version'>) => Promise<ResultOf<typeof RemoveCycleMutation>['removeMonitoringCycle']['outcome'] | undefined>; readonly isActing: ComputedRef<boolean>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, isActing, failure } = useAct(RemoveCycleMutation);
  return { perform: async ({ key, version }) => (await act({ key, version }))?.removeMonitoringCycle.outcome, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
