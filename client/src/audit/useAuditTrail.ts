import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type AuditEntryFields, AuditTrailQuery } from './audit.documents.ts';

/** Something that was done. */
export type AuditEntry = FragmentOf<typeof AuditEntryFields>;

/** A page of the journal that meets the conditions, the latest first: asked anew by each visit, since it grows by itself. */
export function useAuditTrail(variables: () => VariablesOf<typeof AuditTrailQuery>): Answer<ResultOf<typeof AuditTrailQuery>> {
  const answer = useAnswer(AuditTrailQuery, variables);
  if (answer.data.value) answer.retry();
  return answer;
}
