import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type AnsweredFields, CountryLawQuery, type LawKeepingFields, LawOfQuery, type ProvisionFields, PublicLawQuery, type PublicProvisionFields, PublishProvisionMutation, RemoveProvisionMutation, SaveProvisionMutation } from './provisions.documents.ts';

/** What a country has in its law for an instrument, or has reserved or declared. */
export type Provision = FragmentOf<typeof ProvisionFields>;
/** The same as it is read, also by everybody once it is public. */
export type ReadProvision = Pick<FragmentOf<typeof PublicProvisionFields>, 'kind' | 'locale' | 'text' | 'startsOn' | 'endsOn' | 'articles' | 'recommendations' | 'provenance'>;
/** What a table of countries says of it. */
export type CountryEntry = Pick<FragmentOf<typeof PublicProvisionFields>, 'key' | 'kind' | 'reference' | 'locale'> & { readonly country: Pick<FragmentOf<typeof PublicProvisionFields>['country'], 'code' | 'name' | 'nameNote'> };
/** A recommendation that it answers. */
export type Answered = FragmentOf<typeof AnsweredFields>;
export type ProvisionInput = VariablesOf<typeof SaveProvisionMutation>['input'];
export type ProvisionFault = ResultOf<typeof SaveProvisionMutation>['saveNationalProvision']['faults'][number];
export type CountryLaw = ResultOf<typeof CountryLawQuery>;
export type LawInstrument = CountryLaw['instruments'][number];

/** Whether somebody keeps those of a country: the adviser and the team those of all, a post those of its own. */
export const keepsLawIn = (viewer: FragmentOf<typeof LawKeepingFields> | null | undefined, code: string): boolean =>
  viewer?.can.followRecommendations === true && (viewer.can.enterNeedsAnywhere || viewer.memberships.some(({ can, country }) => can.enterNeeds && country?.code === code));

/** All of a country, or what an answer tells of. */
export interface Provisions {
  readonly id: string;
  readonly items: readonly Provision[];
}

/** Those of a country; asked anew by each visit: others keep them too. */
export function useCountryLaw(code: () => string): Answer<CountryLaw> {
  return useAnswer(CountryLawQuery, () => ({ code: code() }), 'network-only');
}

/** Those of an instrument, a recommendation or a country, by its id. */
export function useLawOf(id: () => string): Answer<ResultOf<typeof LawOfQuery>> {
  return useAnswer(LawOfQuery, () => ({ id: id() }), 'network-only');
}

/** Those that are public, of an instrument, a recommendation or a country, by its id. */
export function usePublicLaw(id: () => string): Answer<ResultOf<typeof PublicLawQuery>> {
  return useAnswer(PublicLawQuery, () => ({ id: id() }));
}

/** Makes one public as it was read, or takes that back; gives what came of it, nothing where it failed. */
export function usePublishProvision(): { readonly perform: (of: Pick<Provision, 'key' | 'version'>, isPublic: boolean) => Promise<ResultOf<typeof PublishProvisionMutation>['publishNationalProvision']['outcome'] | undefined>; readonly isActing: ComputedRef<boolean>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, isActing, failure } = useAct(PublishProvisionMutation);
  return { perform: async ({ key, version }, isPublic) => (await act({ key, version, isPublic }))?.publishNationalProvision.outcome, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Enters one, or changes it as it was read; version 0 for a new one. */
export function useSaveProvision(): Doing<[country: string, of: { readonly key: string; readonly version: number }, input: ProvisionInput], PreparingAnswer<Provisions, ProvisionFault>> {
  const { act, isActing, failure } = useAct(SaveProvisionMutation);
  return {
    async perform(country, { key, version }, input) {
      const sent = (await act({ key, version, input }))?.saveNationalProvision;
      return sent && { outcome: sent.outcome, faults: sent.faults, session: { id: country, items: sent.provision ? [sent.provision] : [] } };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Removes one, as it was read; gives what came of it, nothing where it failed. */
export function useRemoveProvision(): { readonly perform: (of: Pick<Provision, 'key' | 'version'>) => Promise<ResultOf<typeof RemoveProvisionMutation>['removeNationalProvision']['outcome'] | undefined>; readonly isActing: ComputedRef<boolean>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, isActing, failure } = useAct(RemoveProvisionMutation);
  return { perform: async ({ key, version }) => (await act({ key, version }))?.removeNationalProvision.outcome, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
