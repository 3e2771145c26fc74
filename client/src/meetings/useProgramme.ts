import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { LegProgrammeQuery } from './programme.documents.ts';

/** The programme of a leg, in short; asked anew by each visit. */
export function useProgramme(id: () => string): Answer<ResultOf<typeof LegProgrammeQuery>> {
  return useAnswer(LegProgrammeQuery, () => ({ id: id() }), 'network-only');
}
