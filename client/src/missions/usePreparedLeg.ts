import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { LegQuery, PrepareLegMutation, type PreparedLegFields, RemoveLegContactMutation, SaveLegContactMutation, TranslatePreparedLegMutation } from './preparedLegs.documents.ts';

/** A leg as it is prepared, with its contacts. */
export type PreparedLeg = FragmentOf<typeof PreparedLegFields>;
export type LegContact = PreparedLeg['contacts'][number];
/** What is sent of it, and of a contact. */
export type PreparedInput = VariablesOf<typeof PrepareLegMutation>['input'];
export type ContactInput = VariablesOf<typeof SaveLegContactMutation>['input'];
type Sent = ResultOf<typeof PrepareLegMutation>['prepareMissionLeg'];
export type LegFault = Sent['faults'][number];
type LegAnswer = PreparingAnswer<PreparedLeg, LegFault>;

/** A leg; asked anew by each visit: others change it. */
export function useLeg(id: () => string): Answer<ResultOf<typeof LegQuery>> {
  return useAnswer(LegQuery, () => ({ id: id() }), 'network-only');
}

function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, LegAnswer> {
  return {
    perform: async (...given) => {
      const sent = await perform(...given);
      return sent && { outcome: sent.outcome, faults: sent.faults, session: sent.leg };
    },
    isActing: computed(() => isActing.value),
    failure: computed(() => failure.value),
  };
}

/** Saves what is said of a leg that was read at a version. */
export function usePrepareLeg(): Doing<[leg: string, of: { readonly version: number }, input: PreparedInput], LegAnswer> {
  const prepare = useAct(PrepareLegMutation);
  return doing(prepare, async (id, { version }, input) => (await prepare.act({ id, version, input }))?.prepareMissionLeg);
}

/** Says a leg in another language. */
export function useTranslatePreparedLeg(): Doing<[of: Pick<PreparedLeg, 'id' | 'version'>, texts: VariablesOf<typeof TranslatePreparedLegMutation>['texts']], LegAnswer> {
  const translate = useAct(TranslatePreparedLegMutation);
  return doing(translate, async ({ id, version }, texts) => (await translate.act({ id, version, texts }))?.translatePreparedLeg);
}

/** Saves a contact that was read at a version; 0 for a new one. */
export function useSaveLegContact(): Doing<[leg: string, of: { readonly key: string; readonly version: number }, input: ContactInput], LegAnswer> {
  const save = useAct(SaveLegContactMutation);
  return doing(save, async (leg, { key, version }, input) => (await save.act({ leg, key, version, input }))?.saveLegContact);
}

/** Removes a contact, as it was read. */
export function useRemoveLegContact(): Doing<[leg: string, of: Pick<LegContact, 'key' | 'version'>], LegAnswer> {
  const remove = useAct(RemoveLegContactMutation);
  return doing(remove, async (leg, { key, version }) => (await remove.act({ leg, key, version }))?.removeLegContact);
}
