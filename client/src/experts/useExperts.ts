import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { type ComputedRef, computed } from 'vue';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type ExpertFields, ExpertListQuery, ExpertQuery, InstitutionListQuery, MayEnterQuery } from './experts.documents.ts';

/** An expert as lists show them. */
export type ListedExpert = FragmentOf<typeof ExpertFields>;

/** An institution to filter by, under its own name, which is French. */
export type ListedInstitution = ResultOf<typeof InstitutionListQuery>['institutions'][number];

/** A page of the experts who meet the conditions. */
export function useExperts(variables: () => VariablesOf<typeof ExpertListQuery>): Answer<ResultOf<typeof ExpertListQuery>> {
  return useAnswer(ExpertListQuery, variables);
}

/** An expert by their id. */
export function useExpert(id: () => string): Answer<ResultOf<typeof ExpertQuery>> {
  return useAnswer(ExpertQuery, () => ({ id: id() }));
}

/** The institutions that experts come from; none until they have come. They are asked for once `isNeeded`: always, where nothing is said. */
export function useInstitutions(isNeeded: () => boolean = () => true): ComputedRef<readonly ListedInstitution[]> {
  const { data } = useAnswer(InstitutionListQuery, () => (isNeeded() ? {} : undefined));
  return computed(() => data.value?.institutions ?? []);
}

/** Whether who is signed in enters experts. */
export function useMayEnter(): Answer<ResultOf<typeof MayEnterQuery>> {
  return useAnswer(MayEnterQuery, () => ({}));
}
