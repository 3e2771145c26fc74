import type { ResultOf, VariablesOf } from 'gql.tada';
import { useI18n } from 'vue-i18n';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { LikelyDoublesQuery, MergeParticipantsMutation, SeparateParticipantsMutation } from './doubles.documents.ts';

/** A pair that may be one person. */
export type LikelyDouble = ResultOf<typeof LikelyDoublesQuery>['likelyDoubles']['nodes'][number];
/** One of the two. */
export type Double = NonNullable<LikelyDouble['first']>;
/** What came of making two one, or of saying that they are two. */
export type MergeOutcome = ResultOf<typeof MergeParticipantsMutation>['mergeParticipants']['outcome'];

/** A page of the pairs that may be one person, as far as they are for who asks; asked anew by each visit. */
export function useLikelyDoubles(variables: () => VariablesOf<typeof LikelyDoublesQuery>): Answer<ResultOf<typeof LikelyDoublesQuery>> {
  return useAnswer(LikelyDoublesQuery, variables, 'network-only');
}

/** Makes two participants one. */
export function useMergeParticipants(): Act<ResultOf<typeof MergeParticipantsMutation>, VariablesOf<typeof MergeParticipantsMutation>> {
  return useAct(MergeParticipantsMutation);
}

/** Says that two participants are not one person. */
export function useSeparateParticipants(): Act<ResultOf<typeof SeparateParticipantsMutation>, VariablesOf<typeof SeparateParticipantsMutation>> {
  return useAct(SeparateParticipantsMutation);
}

/** Why nothing was changed; undefined when it was. */
export function useMergeObstacle(): (outcome: MergeOutcome) => string | undefined {
  const { t } = useI18n();
  const obstacles: Readonly<Record<MergeOutcome, (() => string) | undefined>> = {
    DONE: undefined, ALREADY: () => t('doubles.already'), TAKEN: () => t('doubles.taken'), TWO_ACCOUNTS: () => t('doubles.twoAccounts'),
    GONE: () => t('members.outcome.GONE'), NOT_ALLOWED: () => t('members.outcome.NOT_ALLOWED'),
  };
  return (outcome) => obstacles[outcome]?.();
}
