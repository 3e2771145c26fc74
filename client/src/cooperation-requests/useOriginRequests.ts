import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { OriginRequestsQuery } from './origin.documents.ts';

/** The cooperation requests that a training session, a mission or a leg came of; asked anew by each visit. */
export function useOriginRequests(id: () => string): Answer<ResultOf<typeof OriginRequestsQuery>> {
  return useAnswer(OriginRequestsQuery, () => ({ id: id() }), 'network-only');
}
