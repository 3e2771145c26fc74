import type { FragmentOf, ResultOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing } from '../core/editing/index.ts';
import { ChooseSessionProjectMutation, OpenProjectsQuery, type ProjectLinkFields, ProjectsOfSessionQuery, SessionProjectQuery } from './sessionProject.documents.ts';

/** A project, to be led to. */
export type ProjectLink = FragmentOf<typeof ProjectLinkFields>;

/** The project that a session belongs to and those that build on it; asked anew by each visit. */
export const useProjectsOfSession = (id: () => string): Answer<ResultOf<typeof ProjectsOfSessionQuery>> => useAnswer(ProjectsOfSessionQuery, () => ({ id: id() }), 'network-only');

/** The project that a session belongs to, and those that take sessions; asked anew by each visit. */
export const useSessionProject = (id: () => string): Answer<ResultOf<typeof SessionProjectQuery>> => useAnswer(SessionProjectQuery, () => ({ id: id() }), 'network-only');

/** The projects that take sessions and missions; asked anew by each form. */
export const useOpenProjects = (): Answer<ResultOf<typeof OpenProjectsQuery>> => useAnswer(OpenProjectsQuery, () => ({}), 'network-only');

/** Says to which project a session belongs, by its id, and to which it did when it was read; null for none. Undefined when that failed. */
export function useChooseSessionProject(): Doing<[session: string, project: string | null, was: string | null], ResultOf<typeof ChooseSessionProjectMutation>['chooseSessionProject']> {
  const { act, isActing, failure } = useAct(ChooseSessionProjectMutation);
  return { perform: async (session, project, was) => (await act({ session, project, was }))?.chooseSessionProject, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
