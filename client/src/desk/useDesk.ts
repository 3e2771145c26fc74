import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { dayIn, locale, startOfDay } from '../core/i18n/index.ts';
import { DeskDoublesQuery, DeskDraftsQuery, DeskOpinionsQuery, DeskQuery, DeskSessionsQuery, DeskUntranslatedQuery, UntranslatedQuery } from './desk.documents.ts';

/** Who is signed in, and how much waits for them; asked anew by each visit. */
export function useDesk(): Answer<ResultOf<typeof DeskQuery>> {
  return useAnswer(DeskQuery, () => ({ from: startOfDay(dayIn(new Date()), 0) }), 'network-only');
}

/** How many pairs may be one person, where that is somebody's to say; asked anew by each visit. */
export function useDeskDoubles(isTheirs: () => boolean): Answer<ResultOf<typeof DeskDoublesQuery>> {
  return useAnswer(DeskDoublesQuery, () => (isTheirs() ? {} : undefined), 'network-only');
}

/** Where posts are consulted about legs of missions, for whoever sees any; asked anew by each visit. */
export function useDeskOpinions(isTheirs: () => boolean): Answer<ResultOf<typeof DeskOpinionsQuery>> {
  return useAnswer(DeskOpinionsQuery, () => (isTheirs() ? { from: dayIn(new Date()) } : undefined), 'network-only');
}

/** In how many sessions something is not said in the language of the page, where that is somebody's to say; asked anew by each visit. */
export function useDeskUntranslated(isTheirs: () => boolean): Answer<ResultOf<typeof DeskUntranslatedQuery>> {
  return useAnswer(DeskUntranslatedQuery, () => (isTheirs() ? { locale: locale.value } : undefined), 'network-only');
}

/** The next training sessions: those in a country by its code, or all. */
export function useNextSessions(country: () => string | undefined): Answer<ResultOf<typeof DeskSessionsQuery>> {
  const from = startOfDay(dayIn(new Date()), 0);
  return useAnswer(DeskSessionsQuery, () => ({ filter: { from, ...(country() !== undefined && { country: country() }) } }));
}

/** The sessions that somebody prepares and has not announced; asked anew by each visit. */
export function useDrafts(): Answer<ResultOf<typeof DeskDraftsQuery>> {
  return useAnswer(DeskDraftsQuery, () => ({}), 'network-only');
}

/** A page of the sessions of which something is not said in a language; asked anew by each visit. */
export function useUntranslated(variables: () => VariablesOf<typeof UntranslatedQuery>): Answer<ResultOf<typeof UntranslatedQuery>> {
  return useAnswer(UntranslatedQuery, variables, 'network-only');
}
