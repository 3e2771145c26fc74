import type { Project, ProjectSuggestion } from './useProjects.ts';

/** What may be ticked in a project, and the facts for which it is proposed; none of these where it is ticked already and nothing proposes it now. */
export interface Choice {
  readonly id: string;
  readonly suggestion?: ProjectSuggestion | undefined;
  readonly recommendation?: Project['recommendations'][number] | null;
  readonly partner?: Project['partners'][number] | null;
  readonly expert?: Project['experts'][number] | null;
  readonly session?: Project['sessions'][number] | null;
}

/** The lists of a project that are proposed, in the order of the page, each with what it takes. */
export const PROPOSED = { recommendations: 'recommendation', partners: 'partner', experts: 'expert', sessions: 'session' } as const;
export type ProposedList = keyof typeof PROPOSED;
export const PROPOSED_LISTS = Object.keys(PROPOSED) as ProposedList[];

/** What is proposed, by its list, in the order in which it is. */
export function proposedChoices(list: ProposedList, suggestions: readonly ProjectSuggestion[]): Choice[] {
  return suggestions.flatMap((suggestion) => {
    const one = suggestion[PROPOSED[list]];
    return one ? [{ id: one.id, suggestion, [PROPOSED[list]]: one }] : [];
  });
}

/** What is linked already, as choices. */
export const linkedChoices = (list: ProposedList, project: Project | undefined): Choice[] => (project?.[list] ?? []).map((one) => ({ id: one.id, [PROPOSED[list]]: one }));

/** What can be ticked: all that is proposed, then what is ticked and is not; `known` says what that is. */
export function choicesOf(proposed: readonly Choice[], ticked: readonly string[], known: ReadonlyMap<string, Choice>): Choice[] {
  const ids = new Set(proposed.map(({ id }) => id));
  return [...proposed, ...ticked.filter((id) => !ids.has(id)).flatMap((id) => known.get(id) ?? []).map(({ suggestion: _gone, ...one }) => one)];
}
