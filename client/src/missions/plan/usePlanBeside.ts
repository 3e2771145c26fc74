import type { ResultOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAnswer } from '../../core/api/index.ts';
import { MissionTodayQuery, PlanBesideQuery } from './planBeside.documents.ts';
import { PlanSearchOutdatedQuery } from './planSearch.documents.ts';

/** What is compared with: by `search` another search of the mission, by `mission` the mission as it stands. */
export interface Beside {
  readonly search: Answer<ResultOf<typeof PlanBesideQuery>>;
  readonly outdated: Answer<ResultOf<typeof PlanSearchOutdatedQuery>>;
  readonly mission: Answer<ResultOf<typeof MissionTodayQuery>>;
}

/** Asks for what was chosen, each time it is chosen, and for nothing before. */
export function usePlanBeside(chosen: () => { readonly search?: string; readonly mission?: string }): Beside {
  const of = (id: () => string | undefined) => computed(() => {
    const now = id();
    return now === undefined ? undefined : { id: now };
  });
  const [search, mission] = [of(() => chosen().search), of(() => chosen().mission)];
  return { search: useAnswer(PlanBesideQuery, () => search.value, 'network-only'), outdated: useAnswer(PlanSearchOutdatedQuery, () => search.value, 'network-only'), mission: useAnswer(MissionTodayQuery, () => mission.value, 'network-only') };
}
