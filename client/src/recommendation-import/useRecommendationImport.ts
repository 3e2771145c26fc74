import { inParts } from '@passerelle/shared/recommendationFile.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type Ref } from 'vue';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { type ImportAnswer, ImportMutation, MayImportQuery, TryImportMutation } from './recommendationImport.documents.ts';

/** What importing a file would do, or came of it. */
export type Plan = FragmentOf<typeof ImportAnswer>;
export type PlanLine = Plan['lines'][number];
export type PlanField = PlanLine['fields'][number];
export type Fault = Plan['faults'][number];
export type LineKind = PlanLine['kind'];
export type Choice = VariablesOf<typeof ImportMutation>['choices'][number];

/** Whether who is signed in imports recommendations. */
export function useMayImport(): Answer<ResultOf<typeof MayImportQuery>> {
  return useAnswer(MayImportQuery, () => ({}), 'network-only');
}

interface Importing {
  /** What importing a text would do; undefined when it failed, which `failure` tells. */
  readonly attempt: (text: string) => Promise<Plan | undefined>;
  /** Imports it as it was tried. */
  readonly carryOut: (text: string, state: string, choices: readonly Choice[]) => Promise<Plan | undefined>;
  readonly isActing: Ref<boolean>;
  readonly failure: Ref<Act<unknown, never>['failure']['value']>;
}

/** Tries a file and imports it. */
export function useRecommendationImport(): Importing {
  const [trying, importing] = [useAct(TryImportMutation), useAct(ImportMutation, ['Recommendation', 'RecommendationConnection'])];
  return {
    async attempt(text) {
      importing.failure.value = undefined;
      return (await trying.act({ text: inParts(text) }))?.tryRecommendationImport;
    },
    carryOut: async (text, state, choices) => (await importing.act({ text: inParts(text), state, choices: [...choices] }))?.importRecommendations,
    isActing: computed(() => trying.isActing.value || importing.isActing.value),
    failure: computed(() => trying.failure.value ?? importing.failure.value),
  };
}
