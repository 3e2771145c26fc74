/**
 * What each page asks first, by the name of its route: its document has the browser ask it ahead, beside the scripts. The variables are those of the page
 * at its bare address, word for word, with marks for what only the server knows; `e2e/tests/cache.long.spec.ts` finds what is asked twice.
 */
import { ASKED_ADDRESS_MARK, INSTANT_MARKS } from '@passerelle/shared/frame.ts';

/** A query by the name under which it is exported, with its variables. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const ASKED_AHEAD: Readonly<Record<string, readonly Asked[]>> = {
  'home': [{ query: 'HomeQuery', variables: { from: INSTANT_MARKS.day } }],
  'countries': [{ query: 'CountryListQuery', variables: { today: INSTANT_MARKS.day } }, { query: 'ConventionQuery' }],
  'country': [{ query: 'CountryQuery', variables: { code: ASKED_ADDRESS_MARK, today: INSTANT_MARKS.day } }],
  'trainings': [{ query: 'TrainingListQuery', variables: { filter: { from: INSTANT_MARKS.quarter }, first: 20, sort: 'STARTS_AT' } }],
  'training': [{ query: 'TrainingQuery', variables: { id: ASKED_ADDRESS_MARK } }],
  'experts': [{ query: 'ExpertListQuery', variables: { filter: {}, first: 20, sort: 'PROFESSION' } }],
  'register': [{ query: 'DataRegisterQuery' }],
};
