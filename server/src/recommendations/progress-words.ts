/** The words for what has become of a recommendation. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const RecommendationStatus = names('NOT_STARTED', 'UNDER_WAY', 'PARTLY_IMPLEMENTED', 'IMPLEMENTED', 'NO_LONGER_RELEVANT');
export type RecommendationStatus = keyof typeof RecommendationStatus;
registerEnumType(RecommendationStatus, {
  name: 'RecommendationStatus', description: 'What has become of a recommendation, as somebody sees it who follows it.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing is done about it that is known.' }, UNDER_WAY: { description: 'Something is being done.' }, PARTLY_IMPLEMENTED: { description: 'A part of what it asks is done.' },
    IMPLEMENTED: { description: 'What it asks is done.' }, NO_LONGER_RELEVANT: { description: 'What it asks about is no more.' },
  },
});

/** What the list of recommendations can be narrowed to. */
export const RecommendationStanding = names('OPEN', 'UNKNOWN', ...(Object.keys(RecommendationStatus) as RecommendationStatus[]));
export type RecommendationStanding = keyof typeof RecommendationStanding;
registerEnumType(RecommendationStanding, {
  name: 'RecommendationStanding', description: 'Where a recommendation stands, for lists: its present status, or what several have in common.',
  valuesConfig: {
    OPEN: { description: 'Neither IMPLEMENTED nor NO_LONGER_RELEVANT.' }, UNKNOWN: { description: 'Nobody has said what has become of it.' }, NOT_STARTED: { description: 'Its present status.' }, UNDER_WAY: { description: 'Its present status.' },
    PARTLY_IMPLEMENTED: { description: 'Its present status.' }, IMPLEMENTED: { description: 'Its present status.' }, NO_LONGER_RELEVANT: { description: 'Its present status.' },
  },
});

/** The statuses after which nothing is left to be followed. */
export const CLOSED: readonly RecommendationStatus[] = ['IMPLEMENTED', 'NO_LONGER_RELEVANT'];
