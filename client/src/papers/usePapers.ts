import type { FragmentOf, ResultOf } from 'gql.tada';
import { ref } from 'vue';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { LegPapersQuery, MakePaperMutation, MissionPapersQuery, OwnPapersQuery, type PaperFields, PaperStatesQuery } from './papers.documents.ts';

export type Paper = FragmentOf<typeof PaperFields>;
export type PaperLeg = NonNullable<ResultOf<typeof MissionPapersQuery>['mission']>['legs'][number];
type Made = ResultOf<typeof MakePaperMutation>['makePaper'];

/** A place for a paper: what it is, what it is about, and its versions, the newest first. */
export interface Slot {
  readonly kind: Paper['kind'];
  /** The key of what it is about. */
  readonly about: string;
  readonly versions: readonly Paper[];
}

/** The papers of a mission; asked anew by each visit: others change what they say. */
export function useMissionPapers(id: () => string): Answer<ResultOf<typeof MissionPapersQuery>> {
  return useAnswer(MissionPapersQuery, () => ({ id: id() }), 'network-only');
}

/** Where the papers of a mission or of a leg stand; asked anew by each visit: others change what they say. */
export function usePaperStates(id: () => string): Answer<ResultOf<typeof PaperStatesQuery>> {
  return useAnswer(PaperStatesQuery, () => ({ id: id() }), 'network-only');
}

export function useLegPapers(id: () => string): Answer<ResultOf<typeof LegPapersQuery>> {
  return useAnswer(LegPapersQuery, () => ({ id: id() }), 'network-only');
}

export function useOwnPapers(): Answer<ResultOf<typeof OwnPapersQuery>> {
  return useAnswer(OwnPapersQuery, () => ({}), 'network-only');
}

/** Makes a paper. Pressed again after a failure it is the same one: its key stays until something came of it. */
export function useMakePaper(): Omit<Act<unknown, never>, 'act'> & { readonly make: (slot: Pick<Slot, 'kind' | 'about'>) => Promise<Made | undefined> } {
  const { act, isActing, failure } = useAct(MakePaperMutation);
  const key = ref(crypto.randomUUID());

  async function make({ kind, about }: Pick<Slot, 'kind' | 'about'>): Promise<Made | undefined> {
    const made = (await act({ key: key.value, kind, about }))?.makePaper;
    if (made) key.value = crypto.randomUUID();
    return made;
  }

  return { make, isActing, failure };
}
