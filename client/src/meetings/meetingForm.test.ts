import { describe, expect, test } from 'vitest';

import { daysOf, emptyMeeting, meetingComparing, meetingFaults, meetingInput, peopleComparing, peopleInput, placesFor, type TypedMeeting, typedMeeting, typedPeople } from './meetingForm.ts';
import type { Meeting, MeetingLeg } from './useMeetings.ts';

const MEETING = {
  category: 'JUSTICE', status: 'CONFIRMED', minutes: 90, isMandatory: true, isOnlyAdviser: false, day: '2038-11-12', starts: '10:00', overrideReason: null, placeName: 'Salle', placeAddress: null, hostName: null, organisation: { id: 'Organisation_x' },
  texts: [{ locale: 'en', isSource: false, subject: 'Teams', note: 'x' }, { locale: 'fr', isSource: true, subject: 'Équipes', note: null }],
  windows: [{ day: '2038-11-12', fromTime: '09:00', untilTime: '12:00' }], needs: [{ kind: 'POLICE', atLeast: 1 }], languages: [{ language: { code: 'sr' }, atLeast: 'B2' }], precedes: [{ afterKey: 'later', gapMinutes: 30 }], recommendations: [{ id: 'Recommendation_x' }],
  people: [{ memberKey: 'one', kind: 'ADVISER', isSubstitute: true, inPlaceOfKey: 'two' }, { memberKey: null, kind: 'NGO', isSubstitute: false, inPlaceOfKey: null }],
} as unknown as Meeting;
const typed = (changes: Partial<TypedMeeting> = {}): TypedMeeting => ({ ...typedMeeting(MEETING), ...changes });

describe('a meeting', () => {
  test('that is stored is typed in the language in which it was first written, and sent as it was', () => {
    expect(typed()).toMatchObject({ sourceLocale: 'fr', subject: 'Équipes', note: '', organisation: 'Organisation_x', hostName: '', minutes: '90', needs: { POLICE: '1', NGO: '' }, precedes: [{ meeting: 'later', gap: '30' }] });
    expect(meetingInput(typed())).toEqual({
      sourceLocale: 'fr', subject: 'Équipes', note: '', organisation: 'Organisation_x', hostName: '', category: 'JUSTICE', status: 'CONFIRMED', minutes: 90, isMandatory: true, isOnlyAdviser: false, day: '2038-11-12', starts: '10:00', overrideReason: '', placeName: 'Salle', placeAddress: '',
      windows: [{ day: '2038-11-12', from: '09:00', until: '12:00' }], needs: [{ kind: 'POLICE', atLeast: 1 }], languages: [{ language: 'sr', atLeast: 'B2' }], precedes: [{ meeting: 'later', gapMinutes: 30 }], recommendations: ['Recommendation_x'],
    });
  });

  test('that is new is proposed, of an hour, without a time and a host', () => {
    expect(meetingInput(emptyMeeting('el'))).toMatchObject({ sourceLocale: 'el', status: 'PROPOSED', minutes: 60, organisation: null, day: null, starts: '', needs: [], recommendations: [] });
    expect(meetingFaults(emptyMeeting('el')).map(({ field }) => field)).toEqual(['SUBJECT', 'HOST']);
  });

  test('without a day has neither an hour nor a reason, and one with an organisation no other host, whatever was typed before', () => {
    expect(meetingInput(typed({ day: '', starts: '10:00', overrideReason: 'Férié', hostName: 'Autre' }))).toMatchObject({ day: null, starts: '', overrideReason: '', hostName: '' });
  });

  test.each([
    [{ subject: ' ' }, 'SUBJECT MISSING'], [{ organisation: '', hostName: '' }, 'HOST MISSING'], [{ minutes: '4' }, 'MINUTES OUT_OF_RANGE'], [{ minutes: '721' }, 'MINUTES OUT_OF_RANGE'], [{ minutes: 'x' }, 'MINUTES OUT_OF_RANGE'], [{ day: '', starts: '' }, 'DAY MISSING'], [{ starts: '' }, 'STARTS MISSING'],
    [{ windows: [{ day: '2038-11-12', from: '09:00', until: '' }] }, 'WINDOWS MISSING'], [{ windows: [{ day: '2038-11-12', from: '12:00', until: '12:00' }] }, 'WINDOWS NOT_AFTER'], [{ languages: [{ language: '', atLeast: 'B2' }] }, 'LANGUAGES MISSING'],
    [{ precedes: [{ meeting: '', gap: '0' }] }, 'PRECEDES MISSING'], [{ precedes: [{ meeting: 'later', gap: '10081' }] }, 'PRECEDES OUT_OF_RANGE'], [{ needs: { ...typed().needs, NGO: '21' } }, 'NEEDS OUT_OF_RANGE'],
  ] as const)('with %j is wrong: %s', (changes, fault) => {
    expect(meetingFaults(typed(changes as Partial<TypedMeeting>)).map(({ field, fault: kind }) => `${field} ${kind}`)).toContain(fault);
  });

  test('that is whole is not wrong, and one without a day need not be confirmed', () => {
    expect([meetingFaults(typed()), meetingFaults(typed({ day: '', starts: '', status: 'PROPOSED' }))]).toEqual([[], []]);
  });

  test('of two who change it, what each alone has changed is put together; of what both have, mine stays and is told of', () => {
    const base = typed();
    const apart = meetingComparing.merge(base, typed({ starts: '11:00' }), typed({ placeName: 'Autre salle' }));
    expect([apart.conflicts, apart.typed.starts, apart.typed.placeName]).toEqual([[], '11:00', 'Autre salle']);
    const both = meetingComparing.merge(base, typed({ note: 'La mienne' }), typed({ note: 'La leur', minutes: '45' }));
    expect([both.conflicts, both.typed.note, both.typed.minutes]).toEqual([['note'], 'La mienne', '45']);
  });
});

describe('who goes', () => {
  const leg = { people: [{ memberKey: 'one', name: 'A', kind: 'POLICE' }, { memberKey: 'two', name: 'B', kind: 'NGO' }, { memberKey: null, name: 'C', kind: 'NGO' }] } as unknown as MeetingLeg;

  test('is chosen of those who stay in the leg: who goes as what they go, all others as what they are', () => {
    expect(typedPeople(MEETING, leg).people).toEqual([{ member: 'one', name: 'A', goes: true, kind: 'ADVISER', isSubstitute: true, inPlaceOf: 'two' }, { member: 'two', name: 'B', goes: false, kind: 'NGO', isSubstitute: false, inPlaceOf: '' }]);
    expect(peopleInput(typedPeople(MEETING, leg))).toEqual([{ member: 'one', kind: 'ADVISER', isSubstitute: true, inPlaceOf: null }]);
    const both = { people: typedPeople(MEETING, leg).people.map((one) => ({ ...one, goes: true })) };
    expect(peopleInput(both)).toEqual([{ member: 'one', kind: 'ADVISER', isSubstitute: true, inPlaceOf: 'two' }, { member: 'two', kind: 'NGO', isSubstitute: false, inPlaceOf: null }]);
    expect(placesFor(both.people[0]!, both).map(({ member }) => member)).toEqual(['two']);
  });

  test('is compared as a whole', () => {
    const base = typedPeople(MEETING, leg);
    const other = { people: base.people.map((one) => ({ ...one, goes: true })) };
    expect([peopleComparing.isChanged(base, other), peopleComparing.merge(base, base, other).typed]).toEqual([true, other]);
  });
});

test('the days of a leg are all from its first to its last', () => {
  expect([daysOf({ startsOn: '2038-10-30', endsOn: '2038-11-01' }), daysOf({ startsOn: '2038-11-12', endsOn: '2038-11-12' })]).toEqual([['2038-10-30', '2038-10-31', '2038-11-01'], ['2038-11-12']]);
});
