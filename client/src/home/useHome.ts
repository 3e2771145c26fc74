import { beginningOfDay } from '@passerelle/shared/instants.ts';
import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { HomeQuery } from './home.documents.ts';

type Home = ResultOf<typeof HomeQuery>;

/** A country as the first page shows it, with its hotlines. */
export type HomeCountry = Home['countries'][number];

/** A coming session as the first page shows it. */
export type HomeSession = Home['trainingSessions']['nodes'][number];

/** The countries with their hotlines, by name, and the next sessions. */
export function useHome(): Answer<Home> {
  // From the start of today, not from this very second: the request stays the same all day, caches can answer it, and the document asks it ahead.
  const from = new Date(beginningOfDay(Date.now())).toISOString();
  return useAnswer(HomeQuery, () => ({ from }));
}
