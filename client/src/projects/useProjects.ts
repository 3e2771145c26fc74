import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { DecideProjectMutation, type ProjectAnswer as ProjectAnswerFields, SaveProjectMutation, TranslateProjectMutation } from './projectActs.documents.ts';
import { ProjectDraftQuery, type ProjectFields, ProjectQuery, ProjectsQuery, ProjectSuggestionsQuery } from './projects.documents.ts';
import { ProjectsOfQuery } from './projectsOf.documents.ts';

/** A project. */
export type Project = FragmentOf<typeof ProjectFields>;
/** What a new one begins with. */
export type ProjectDraft = ResultOf<typeof ProjectDraftQuery>;
/** What may belong to one. */
export type ProjectSuggestion = ResultOf<typeof ProjectSuggestionsQuery>['projectSuggestions']['nodes'][number];
type Sent = FragmentOf<typeof ProjectAnswerFields>;
export type ProjectOutcome = Sent['outcome'];
/** What is wrong with a field. */
export type ProjectFault = Sent['faults'][number];
export type ProjectInput = VariablesOf<typeof SaveProjectMutation>['input'];
export type ProjectAnswer = PreparingAnswer<Project, ProjectFault>;
type Which = Pick<Project, 'id' | 'version'>;

/** A page of projects; asked anew by each visit. */
export const useProjectList = (variables: () => VariablesOf<typeof ProjectsQuery>): Answer<ResultOf<typeof ProjectsQuery>> => useAnswer(ProjectsQuery, variables, 'network-only');

/** A project; asked anew by each visit: others change it too. */
export const useProject = (id: () => string): Answer<ResultOf<typeof ProjectQuery>> => useAnswer(ProjectQuery, () => ({ id: id() }), 'network-only');

/** What a new project begins with: what has this id, or nothing where that is empty. */
export const useProjectDraft = (from: () => string): Answer<ProjectDraft> => useAnswer(ProjectDraftQuery, () => ({ from: from(), hasFrom: from() !== '' }), 'network-only');

/** What may belong to a project; nothing is asked for without countries. */
export const useProjectSuggestions = (of: () => { readonly countries: readonly string[]; readonly themes: readonly string[] }): Answer<ResultOf<typeof ProjectSuggestionsQuery>> =>
  useAnswer(ProjectSuggestionsQuery, () => {
    const { countries, themes } = of();
    return countries.length > 0 ? { countries: [...countries], themes: [...themes] } : undefined;
  }, 'network-only');

/** The projects of a need, a group of needs or a recommendation; asked anew by each visit. */
export const useProjectsOf = (id: () => string): Answer<ResultOf<typeof ProjectsOfQuery>> => useAnswer(ProjectsOfQuery, () => ({ id: id() }), 'network-only');

const answered = (sent: Sent | undefined): ProjectAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.project };

/** Saves a project that was read at a version; 0 for a new one. */
export function useSaveProject(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: ProjectInput], ProjectAnswer> {
  const { act, isActing, failure } = useAct(SaveProjectMutation);
  return { perform: async (_id, { key, version }, input) => answered((await act({ key, version, input }))?.saveProject), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Says a project in another language. */
export function useTranslateProject(): Doing<[of: Which, texts: VariablesOf<typeof TranslateProjectMutation>['texts']], ProjectAnswer> {
  const { act, isActing, failure } = useAct(TranslateProjectMutation);
  return { perform: async ({ id, version }, texts) => answered((await act({ id, version, texts }))?.translateProject), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Decides what becomes of a project, for a reason. */
export function useDecideProject(): Doing<[of: Which, to: Project['status'], reason: string], ProjectAnswer> {
  const { act, isActing, failure } = useAct(DecideProjectMutation);
  return { perform: async ({ id, version }, to, reason) => answered((await act({ id, version, to, reason }))?.decideProject), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
