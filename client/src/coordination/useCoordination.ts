import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type CoordinationFields, CoordinationQuery, KeptCoordinationQuery, RemoveCoordinationMutation, SaveCoordinationMutation } from './coordination.documents.ts';

/** What coordinates action against trafficking in a country. */
export type Coordination = FragmentOf<typeof CoordinationFields>;
export type CoordinationInput = VariablesOf<typeof SaveCoordinationMutation>['input'];
export type CoordinationFault = ResultOf<typeof SaveCoordinationMutation>['saveCoordination']['faults'][number];
export type KeptCoordination = ResultOf<typeof KeptCoordinationQuery>;
/** An organisation of the country, as a choice. */
export type Institution = NonNullable<KeptCoordination['country']>['organisations']['nodes'][number];

/** All of a country, or what an answer tells of. */
export interface Coordinations {
  readonly id: string;
  readonly items: readonly Coordination[];
}

/** All of a country, for everybody. */
export function useCoordination(code: () => string): Answer<ResultOf<typeof CoordinationQuery>> {
  return useAnswer(CoordinationQuery, () => ({ code: code() }));
}

/** The same for who keeps it; asked anew by each visit: others keep it too. */
export function useKeptCoordination(code: () => string): Answer<KeptCoordination> {
  return useAnswer(KeptCoordinationQuery, () => ({ code: code() }), 'network-only');
}

/** Enters one, or changes it as it was read; version 0 for a new one. */
export function useSaveCoordination(): Doing<[country: string, of: { readonly key: string; readonly version: number }, input: CoordinationInput], PreparingAnswer<Coordinations, CoordinationFault>> {
  const { act, isActing, failure } = useAct(SaveCoordinationMutation);
  return {
    async perform(country, { key, version }, input) {
      const sent = (await act({ key, version, input }))?.saveCoordination;
      return sent && { outcome: sent.outcome, faults: sent.faults, session: { id: country, items: sent.coordination ? [sent.coordination] : [] } };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Removes one, as it was read; gives what came of it, nothing where it failed. */
export function useRemoveCoordination(): { readonly perform: (of: Pick<Coordination, 'key' | 'version'>) => Promise<ResultOf<typeof RemoveCoordinationMutation>['removeCoordination']['outcome'] | undefined>; readonly isActing: ComputedRef<boolean>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, isActing, failure } = useAct(RemoveCoordinationMutation);
  return { perform: async ({ key, version }) => (await act({ key, version }))?.removeCoordination.outcome, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
