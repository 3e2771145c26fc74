import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { OwnLegsQuery } from './ownLegs.documents.ts';

/** A leg as whoever comes on it as an expert reads it. */
export type OwnLeg = ResultOf<typeof OwnLegsQuery>['ownLegs'][number];

/** A journey as whoever makes it as an expert reads it. */
export type OwnJourney = ResultOf<typeof OwnLegsQuery>['ownJourneys'][number];

/** The legs on which whoever is signed in comes, and their journeys; asked anew by each visit: others change them. */
export function useOwnLegs(): Answer<ResultOf<typeof OwnLegsQuery>> {
  return useAnswer(OwnLegsQuery, () => ({}), 'network-only');
}
