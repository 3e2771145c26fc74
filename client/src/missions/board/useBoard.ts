import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../../core/api/index.ts';
import { BoardQuery } from './board.documents.ts';

/** A mission as the board shows it. */
export type Board = NonNullable<ResultOf<typeof BoardQuery>['mission']>;
export type BoardLeg = Board['legs'][number];
export type BoardMeeting = BoardLeg['meetings'][number];
export type BoardMember = Board['members'][number];
export type BoardJourney = Board['journeys'][number];

/** A mission over its days; asked anew by each visit: others change it too. */
export function useBoard(id: () => string): Answer<ResultOf<typeof BoardQuery>> {
  return useAnswer(BoardQuery, () => ({ id: id() }), 'network-only');
}
