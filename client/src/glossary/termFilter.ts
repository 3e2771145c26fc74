import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { GlossaryQuery } from './glossary.documents.ts';

/** The words of the interface: terms for translators, which nobody looks for who does not ask for them. */
const OWN_WORDS = 'ui';

/** The parts of the field, in the order in which they are offered. */
export const DOMAINS = [
  'law', 'forms', 'protection', 'prevention', 'justice', 'actors', 'cooperation', 'training', 'mission', 'projects', 'finance', 'follow-up', 'privacy', OWN_WORDS,
] as const;

/** What the glossary can be filtered by, as the address names it. */
export const TERM_CONDITIONS = { search: 'text', domain: DOMAINS } as const;

/** The conditions as the form and the address hold them. */
export type TermConditions = Conditions<keyof typeof TERM_CONDITIONS>;

/** The conditions as the API asks for them; without a part, all but the words of the interface. */
export function termFilter({ search, domain }: TermConditions): Pick<VariablesOf<typeof GlossaryQuery>, 'filter'> {
  return { filter: { search: given(search), ...(domain === '' ? { exceptDomain: OWN_WORDS } : { domain }) } };
}
