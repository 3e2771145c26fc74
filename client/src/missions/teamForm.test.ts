import { expect, test } from 'vitest';

import { emptyMember, memberFaults, memberInput, typedMember } from './teamForm.ts';
import type { Mission } from './useMissions.ts';
import type { Member } from './useTeam.ts';

const legs = [{ id: 'MissionLeg_one', startsOn: '2098-11-09', endsOn: '2098-11-10' }, { id: 'MissionLeg_two', startsOn: '2098-11-11', endsOn: '2098-11-11' }] as unknown as Mission['legs'];
const member = { key: 'k', version: 2, name: 'N', kind: 'POLICE', isLead: true, substituteForKey: null, expert: null, stays: [{ legKey: 'two', arrivesAt: '2098-11-11T10:00', leavesAt: '2098-11-11T12:00', isLodgingProvided: true, lunchesProvided: 1, dinnersProvided: 0 }] } as unknown as Member;

test('somebody who is stored is typed as they are, and sent as they were', () => {
  expect(memberInput(typedMember(member, { legs }))).toEqual({
    expert: null, colleague: null, kind: 'POLICE', isLead: true, substituteFor: null, stays: [{ leg: 'two', arrivesAt: '2098-11-11T10:00', leavesAt: '2098-11-11T12:00', isLodgingProvided: true, lunchesProvided: 1, dinnersProvided: 0 }],
  });
});

test('who takes a place leads nobody and stays nowhere, whatever was typed before', () => {
  const { isLead, substituteFor, stays } = memberInput({ ...typedMember(member, { legs }), substituteFor: 'other' });
  expect([isLead, substituteFor, stays]).toEqual([false, 'other', []]);
});

test('somebody new is an expert or one of the adviser’s own', () => {
  const typed = emptyMember({ legs });
  expect([memberInput({ ...typed, who: 'Expert_1' }).expert, memberInput({ ...typed, who: 'NetworkMember_1' }).colleague]).toEqual(['Expert_1', 'NetworkMember_1']);
  expect([memberFaults(typed, { legs }, true), memberFaults(typed, { legs }, false)]).toEqual([[{ field: 'MEMBER', fault: 'MISSING', maximum: null, leg: null }], []]);
});

test.each([
  [{ arrivesAt: 'T10:00' }, 'MISSING'], [{ leavesAt: '2098-11-11T10:00', arrivesAt: '2098-11-11T10:00' }, 'NOT_AFTER'], [{ leavesAt: '2098-11-12T10:00' }, 'OUTSIDE'], [{ lunches: 'x' }, 'OUT_OF_RANGE'], [{ dinners: '367' }, 'OUT_OF_RANGE'],
])('a stay with %j is wrong in its leg', (changes, fault) => {
  const typed = typedMember(member, { legs });
  expect(memberFaults({ ...typed, stays: typed.stays.map((stay) => (stay.isThere ? { ...stay, ...changes } : stay)) }, { legs }, false)).toEqual([expect.objectContaining({ field: 'STAYS', fault, leg: 'two' })]);
});
