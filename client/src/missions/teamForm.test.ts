import { expect, test } from 'vitest';

import { emptyMember, memberComparing, memberFaults, memberInput, staysIn, type TypedMember, typedMember, type TypedStay, withStay } from './teamForm.ts';
import type { Mission } from './useMissions.ts';
import type { Member } from './useTeam.ts';

const legs = [{ id: 'MissionLeg_one', startsOn: '2098-11-09', endsOn: '2098-11-10' }, { id: 'MissionLeg_two', startsOn: '2098-11-11', endsOn: '2098-11-11' }] as unknown as Mission['legs'];
const member = { key: 'k', version: 2, name: 'N', kind: 'POLICE', isLead: true, substituteForKey: null, homeCity: { code: 'paris' }, mostDays: 4, expert: null, stays: [{ legKey: 'two', arrivesAt: '2098-11-11T10:00', leavesAt: '2098-11-11T12:00', isLodgingProvided: true, lunchesProvided: 1, dinnersProvided: 0 }] } as unknown as Member;

test('somebody who is stored is typed as they are, and sent as they were', () => {
  expect(memberInput(typedMember(member, { legs }))).toEqual({
    expert: null, colleague: null, kind: 'POLICE', isLead: true, substituteFor: null, homeCity: 'paris', mostDays: 4, stays: [{ leg: 'two', arrivesAt: '2098-11-11T10:00', leavesAt: '2098-11-11T12:00', isLodgingProvided: true, lunchesProvided: 1, dinnersProvided: 0 }],
  });
});

test('who takes a place leads nobody and stays nowhere, whatever was typed before', () => {
  const { isLead, substituteFor, stays } = memberInput({ ...typedMember(member, { legs }), substituteFor: 'other' });
  expect([isLead, substituteFor, stays]).toEqual([false, 'other', []]);
});

test('somebody new is an expert or one of the adviser’s own', () => {
  const typed = emptyMember({ legs });
  expect([memberInput({ ...typed, who: 'Expert_1' }).expert, memberInput({ ...typed, who: 'NetworkMember_1' }).colleague]).toEqual(['Expert_1', 'NetworkMember_1']);
  expect([memberFaults(typed, { legs }, true), memberFaults(typed, { legs }, false)]).toEqual([[{ field: 'MEMBER', fault: 'MISSING', maximum: null, leg: null, lacking: [] }], []]);
});

test.each([
  [{ arrivesAt: 'T10:00' }, 'MISSING'], [{ leavesAt: '2098-11-11T10:00', arrivesAt: '2098-11-11T10:00' }, 'NOT_AFTER'], [{ leavesAt: '2098-11-12T10:00' }, 'OUTSIDE'], [{ lunches: 'x' }, 'OUT_OF_RANGE'], [{ dinners: '367' }, 'OUT_OF_RANGE'],
])('a stay with %j is wrong in its leg', (changes, fault) => {
  const typed = typedMember(member, { legs });
  expect(memberFaults({ ...typed, stays: typed.stays.map((stay) => (stay.isThere ? { ...stay, ...changes } : stay)) }, { legs }, false)).toEqual([expect.objectContaining({ field: 'STAYS', fault, leg: 'two' })]);
});

test.each([['', []], ['1', []], ['366', []], ['0', ['DAYS']], ['367', ['DAYS']], ['x', ['DAYS']]])('most days “%s” are wrong in %j', (mostDays, fields) => {
  expect(memberFaults({ ...typedMember(member, { legs }), mostDays }, { legs }, false).map(({ field }) => field)).toEqual(fields);
});

const stayOf = (leg: string, changes = {}): TypedStay => ({ leg, isThere: true, arrivesAt: '2098-11-09T10:00', leavesAt: '2098-11-09T12:00', isLodgingProvided: false, lunches: '', dinners: '', ...changes });

test('what is typed of stays goes on in the legs that there are: of one that is gone nothing, of one that is new a stay that is not chosen', () => {
  const typed = emptyMember({ legs });
  const stays = staysIn([stayOf('one', { lunches: '2' }), typed.stays[1]!], { legs: [legs[0]!, { id: 'MissionLeg_three', startsOn: '2098-11-12', endsOn: '2098-11-12' } as never] });
  expect(stays.map(({ leg, isThere, lunches, arrivesAt }) => [leg, isThere, lunches, arrivesAt])).toEqual([['one', true, '2', '2098-11-09T10:00'], ['three', false, '', '2098-11-12T09:00']]);
  expect(memberComparing.isChanged(typed, { ...typed, stays: staysIn(typed.stays, { legs: [legs[0]!] }) })).toBe(false);
});

test('stays of two who change different legs are put together; of the same leg mine stays, and is told of', () => {
  const as = (...stays: TypedStay[]): TypedMember => ({ ...emptyMember({ legs }), stays });
  const base = as(stayOf('one'), stayOf('two'));
  const [mine, theirs] = [as(stayOf('one', { lunches: '1' }), stayOf('two')), as(stayOf('one'), stayOf('two', { dinners: '3' }))];
  const apart = memberComparing.merge(base, mine, theirs);
  expect([apart.conflicts, apart.typed.stays.map(({ lunches, dinners }) => [lunches, dinners])]).toEqual([[], [['1', ''], ['', '3']]]);
  const same = memberComparing.merge(base, mine, as(stayOf('one', { arrivesAt: '2098-11-09T08:00' }), stayOf('two')));
  expect([same.conflicts, same.typed.stays[0]!.lunches]).toEqual([['stays'], '1']);
  expect(same.parts).toEqual(['one']);
  // Theirs is taken in that leg, and in no other: what I have typed of another stays.
  const both = memberComparing.merge(base, as(stayOf('one', { lunches: '1' }), stayOf('two', { lunches: '2' })), as(stayOf('one', { lunches: '9' }), stayOf('two')));
  expect(withStay(both.typed, as(stayOf('one', { lunches: '9' }), stayOf('two')), 'one').stays.map(({ lunches }) => lunches)).toEqual(['9', '2']);
  // Somebody else says that they are not there, and I have changed nothing of it.
  expect(memberComparing.merge(base, base, as(stayOf('one', { isThere: false }), stayOf('two'))).typed.stays.map(({ isThere }) => isThere)).toEqual([false, true]);
});
