import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { dayIn, startOfDay } from '../core/i18n/index.ts';
import { DeskDraftsQuery, DeskQuery, DeskSessionsQuery } from './desk.documents.ts';

/** Who is signed in, and how much waits for them; asked anew by each visit. */
export function useDesk(): Answer<ResultOf<typeof DeskQuery>> {
  return useAnswer(DeskQuery, () => ({ from: startOfDay(dayIn(new Date()), 0) }), 'network-only');
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
