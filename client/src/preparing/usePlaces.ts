import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { ChangePlacesMutation, type PlacesFields, SessionPlacesQuery } from './places.documents.ts';

/** A session with its places. */
export type SessionPlaces = FragmentOf<typeof PlacesFields>;
/** The countries and professions that quotas look at. */
export type QuotaChoices = Pick<ResultOf<typeof SessionPlacesQuery>, 'countries' | 'professions'>;
/** The places of a session as they are sent. */
export type PlacesInput = VariablesOf<typeof ChangePlacesMutation>['input'];
export type PlacesOutcome = ResultOf<typeof ChangePlacesMutation>['changePlaces']['outcome'];

/** The places of a session, asked anew by each visit: others change them, and people take them. */
export function useSessionPlaces(id: () => string): Answer<ResultOf<typeof SessionPlacesQuery>> {
  return useAnswer(SessionPlacesQuery, () => ({ id: id() }), 'network-only');
}

/** Changes the places of a session, or says what would come of it. */
export function useChangePlaces(): Act<ResultOf<typeof ChangePlacesMutation>, VariablesOf<typeof ChangePlacesMutation>> {
  return useAct(ChangePlacesMutation);
}
