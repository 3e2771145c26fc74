/** What the matrix asks of subscriptions. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** As of the queries: whoever is refused is told so by the stream. */
export const SUBSCRIPTIONS: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'ANYBODY_LATER' | 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  attendanceChanged: { expect: 'SIGNED_IN', args: `(session: "TrainingSession_${NOBODY}")`, select: '' },
  planSearchChanged: { expect: 'SIGNED_IN', args: `(mission: "Mission_${NOBODY}")`, select: '' },
  placeCountsChanged: { expect: 'SIGNED_IN', args: `(session: "TrainingSession_${NOBODY}")`, select: '' },
  registrationsChanged: { expect: 'SIGNED_IN', args: '', select: '' },
  sessionPlaces: { expect: 'ANYBODY', args: `(id: "TrainingSession_${NOBODY}")`, select: '{ places }' },
  sessionsChanged: { expect: 'ANYBODY_LATER', args: '', select: '{ id placesLeft }' },
};
