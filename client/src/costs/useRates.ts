import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type ExchangeFields, type RateFields, RatesQuery, RemoveBasisMutation, type RuleFields, SaveExchangeMutation, SaveRateMutation, SaveRuleMutation } from './rates.documents.ts';
import type { CostFault } from './useCosts.ts';

/** What is entered: a rate, what a currency is worth, or a rule, each under one key. */
export type Basis =
  | { readonly kind: 'RATE'; readonly key: string; readonly version: number; readonly of: FragmentOf<typeof RateFields> }
  | { readonly kind: 'EXCHANGE'; readonly key: string; readonly version: number; readonly of: FragmentOf<typeof ExchangeFields> }
  | { readonly kind: 'RULE'; readonly key: string; readonly version: number; readonly of: FragmentOf<typeof RuleFields> };
export type BasisKind = Basis['kind'];
/** All of them, or those that an answer tells of. */
export interface Book {
  readonly id: string;
  readonly items: readonly Basis[];
}
export type Rates = ResultOf<typeof RatesQuery>;
/** What is sent of each. */
export type BasisInput =
  | { readonly kind: 'RATE'; readonly input: VariablesOf<typeof SaveRateMutation>['input'] } | { readonly kind: 'EXCHANGE'; readonly input: VariablesOf<typeof SaveExchangeMutation>['input'] }
  | { readonly kind: 'RULE'; readonly input: VariablesOf<typeof SaveRuleMutation>['input'] };
type BookAnswer = PreparingAnswer<Book, CostFault>;
type Sent = ResultOf<typeof SaveRateMutation>['saveAllowanceRate'];

const rateOf = (of: FragmentOf<typeof RateFields>): Basis => ({ kind: 'RATE', key: of.key, version: of.version, of });
const exchangeOf = (of: FragmentOf<typeof ExchangeFields>): Basis => ({ kind: 'EXCHANGE', key: of.key, version: of.version, of });
const ruleOf = (of: FragmentOf<typeof RuleFields>): Basis => ({ kind: 'RULE', key: of.code, version: of.version, of });

/** All that is entered. */
export const bookOf = ({ allowanceRates, exchangeRates, allowanceRules }: Rates): Book => ({ id: 'rates', items: [...allowanceRates.map(rateOf), ...exchangeRates.map(exchangeOf), ...allowanceRules.map(ruleOf)] });

function answered(sent: Sent | undefined): BookAnswer | undefined {
  if (!sent) return undefined;
  const items = [...(sent.rate ? [rateOf(sent.rate)] : []), ...(sent.exchange ? [exchangeOf(sent.exchange)] : []), ...(sent.rule ? [ruleOf(sent.rule)] : [])];
  return { outcome: sent.outcome, faults: sent.faults, session: { id: 'rates', items } };
}

/** What allowances are computed from; asked anew by each visit. */
export function useRates(): Answer<Rates> {
  return useAnswer(RatesQuery, () => ({}), 'network-only');
}

/** Enters one, or changes it as it was read; version 0 for a new one. */
export function useSaveBasis(): Doing<[book: string, of: { readonly key: string; readonly version: number }, input: BasisInput], BookAnswer> {
  const [rate, exchange, rule] = [useAct(SaveRateMutation), useAct(SaveExchangeMutation), useAct(SaveRuleMutation)];
  return {
    perform: async (_book, { key, version }, sent) => {
      if (sent.kind === 'RATE') return answered((await rate.act({ key, version, input: sent.input }))?.saveAllowanceRate);
      if (sent.kind === 'EXCHANGE') return answered((await exchange.act({ key, version, input: sent.input }))?.saveExchangeRate);
      return answered((await rule.act({ code: key, version, input: sent.input }))?.saveAllowanceRule);
    },
    isActing: computed(() => rate.isActing.value || exchange.isActing.value || rule.isActing.value), failure: computed(() => rate.failure.value ?? exchange.failure.value ?? rule.failure.value),
  };
}

/** Removes one, as it was read. */
export function useRemoveBasis(): Doing<[of: Pick<Basis, 'kind' | 'key' | 'version'>], BookAnswer> {
  const { act, isActing, failure } = useAct(RemoveBasisMutation);
  return { perform: async ({ kind, key, version }) => answered((await act({ kind, key, version }))?.removeAllowanceBasis), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
