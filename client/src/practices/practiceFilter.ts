import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { PracticesQuery } from './practices.documents.ts';

/** What the practices can be filtered by, as the address names it. */
export const PRACTICE_CONDITIONS = { country: 'text', theme: 'text' } as const;

/** The conditions as the form and the address hold them. */
export type PracticeConditions = Conditions<keyof typeof PRACTICE_CONDITIONS>;

/** The conditions as the API asks for them. */
export function practiceFilter({ country, theme }: PracticeConditions): Pick<VariablesOf<typeof PracticesQuery>, 'filter'> {
  return { filter: { country: given(country), theme: given(theme) } };
}
