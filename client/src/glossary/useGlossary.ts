import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { GlossaryQuery, type TermFields } from './glossary.documents.ts';

/** A term with its name in every language. */
export type Term = FragmentOf<typeof TermFields>;

/** A page of the terms that meet the conditions. */
export function useGlossary(variables: () => VariablesOf<typeof GlossaryQuery>): Answer<ResultOf<typeof GlossaryQuery>> {
  return useAnswer(GlossaryQuery, variables);
}
