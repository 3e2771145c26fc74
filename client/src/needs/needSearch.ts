import type { FragmentOf, ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type NeedLinkFields, NeedSearchQuery, NeedWorkQuery, SessionNeedsQuery } from './choice.documents.ts';

/** A need as what something works on. */
export type LinkedNeed = FragmentOf<typeof NeedLinkFields>;

/** What is asked of needs; empty for whatever. */
export interface NeedAsked {
  readonly country: string;
  readonly theme: string;
  readonly search: string;
}

/** Where needs stand on which something can begin to work: on those that are withdrawn nothing does. */
const STANDING: LinkedNeed['status'][] = ['SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP', 'ADDRESSED', 'DECLINED'];

/** How many needs something of a mission works on at most. */
export const MOST_NEEDS = 10;

/** Needs of a country, on a theme, that have the words and are not withdrawn; asked anew by each search: others enter and withdraw them. */
export function useNeedSearch(asked: () => NeedAsked): Answer<ResultOf<typeof NeedSearchQuery>> {
  return useAnswer(NeedSearchQuery, () => {
    const { country, theme, search } = asked();
    return { filter: { country: country || undefined, theme: theme || undefined, search: search || undefined, statuses: STANDING } };
  }, 'network-only');
}

/** The needs that a session works on; asked anew by each visit: others change them. */
export function useSessionNeeds(id: () => string): Answer<ResultOf<typeof SessionNeedsQuery>> {
  return useAnswer(SessionNeedsQuery, () => ({ id: id() }), 'network-only');
}

/** What works on a need; asked anew by each visit. */
export function useNeedWork(id: () => string): Answer<ResultOf<typeof NeedWorkQuery>> {
  return useAnswer(NeedWorkQuery, () => ({ id: id() }), 'network-only');
}
