import { describe, expect, it } from 'vitest';

import { type Attendance, sessionState } from './sessionState.ts';

const session: Attendance = { state: 'OPEN', startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-04T15:30:00Z', places: 20, placesLeft: 14 };
const before = Date.parse('2027-11-01T00:00:00Z');

describe('the state of a session', () => {
  it('is open while many places are left', () => {
    expect(sessionState(session, before)).toBe('open');
    expect(sessionState({ ...session, placesLeft: 5 }, before)).toBe('open');
  });

  it('is few from a fifth of the places, and from five, and for the last one always', () => {
    expect(sessionState({ ...session, placesLeft: 4 }, before)).toBe('few');
    expect(sessionState({ ...session, places: 60, placesLeft: 6 }, before)).toBe('open');
    expect(sessionState({ ...session, places: 60, placesLeft: 5 }, before)).toBe('few');
    expect(sessionState({ ...session, places: 3, placesLeft: 1 }, before)).toBe('few');
  });

  it('is closed before it begins', () => {
    expect(sessionState({ ...session, state: 'CLOSED' }, before)).toBe('closed');
    expect(sessionState({ ...session, state: 'CLOSED', placesLeft: 0 }, before)).toBe('closed');
    expect(sessionState({ ...session, state: 'CLOSED' }, Date.parse('2027-11-03T08:00:00Z'))).toBe('underWay');
  });

  it('is what people decided, whatever the clock says', () => {
    const after = Date.parse('2027-12-01T00:00:00Z');
    for (const now of [before, after]) {
      expect((['DRAFT', 'CANCELLED', 'ARCHIVED'] as const).map((state) => sessionState({ ...session, state }, now))).toEqual(['draft', 'cancelled', 'over']);
    }
  });

  it('is full without a place left', () => {
    expect(sessionState({ ...session, placesLeft: 0 }, before)).toBe('full');
  });

  it('is unknown when the number of places is not said', () => {
    expect(sessionState({ ...session, places: 0, placesLeft: 0 }, before)).toBe('unknown');
  });

  it('is under way from its beginning and over after its end, whatever is left', () => {
    expect(sessionState(session, Date.parse('2027-11-03T08:00:00Z'))).toBe('underWay');
    expect(sessionState({ ...session, placesLeft: 0 }, Date.parse('2027-11-04T15:30:01Z'))).toBe('over');
    expect(sessionState({ ...session, places: 0, placesLeft: 0 }, Date.parse('2027-12-01T00:00:00Z'))).toBe('over');
  });
});
