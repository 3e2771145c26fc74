import { describe, expect, it } from 'vitest';

import { boardOf, expertOf, languageOf, meetingOf, memberOf, personOf, withLeg } from './board.fixture.ts';
import { byThing, findingsOf, isCleared, type Reason } from './boardFindings.ts';
import type { Board, BoardMeeting, BoardMember } from './useBoard.ts';

const reasons = (board: Board): Reason[] => findingsOf(board).map(({ reason }) => reason);
const ofMeeting = (changes: Partial<BoardMeeting>): Reason[] => reasons(withLeg(boardOf(), 'rs', { meetings: [meetingOf('one', changes)] }));

it('nothing is found where nothing is', () => {
  expect(findingsOf(boardOf())).toEqual([]);
});

it('nothing is said of a mission that is over or given up', () => {
  for (const state of ['REPORTED', 'CLOSED', 'GIVEN_UP'] as const) expect(findingsOf(boardOf({ state, legs: [], members: [] }))).toEqual([]);
});

describe('of the team', () => {
  it('whom it lacks, that there is nobody, and that there is no leg', () => {
    expect(reasons(boardOf({ members: [], legs: [], team: [{ kind: 'NGO', atLeast: 2, present: 1 }, { kind: 'POLICE', atLeast: 1, present: 1 }] }))).toEqual([{ kind: 'NO_LEG' }, { kind: 'NO_TEAM' }, { kind: 'TEAM', part: 'NGO', missing: 1 }]);
  });

  it('who is engaged elsewhere, who stays nowhere; of a substitute neither', () => {
    const stays = [['ba', '2027-11-08T09:00', '2027-11-09T20:00']] as const;
    expect(reasons(boardOf({ members: [memberOf('nora', stays, { isEngagedElsewhere: true }), memberOf('ana', []), memberOf('ivo', [], { substituteForKey: 'nora', isEngagedElsewhere: true })] }))).toEqual([{ kind: 'ENGAGED', name: 'nora' }, { kind: 'NOWHERE' }]);
  });

  it('who has no clearance for each day; of whom nobody can know it nothing', () => {
    const stays = [['ba', '2027-11-08T09:00', '2027-11-09T20:00']] as const;
    const [expert, clearances] = [expertOf({}), [{ id: 'Clearance_1', fromOn: '2027-11-08', untilOn: '2027-11-08' }]];
    expect(reasons(boardOf({ members: [memberOf('nora', stays, { expert, clearances }), memberOf('ana', stays, { expert: { ...expert, sheet: null }, clearances: [] })] }))).toEqual([{ kind: 'CLEARANCE', from: '2027-11-08', until: '2027-11-09' }]);
  });

  it('no clearance of somebody of an NGO, which releases its own staff, unless one is recorded; of all others whose employer clears them', () => {
    const stays = [['ba', '2027-11-08T09:00', '2027-11-09T20:00']] as const;
    const lacks = { kind: 'CLEARANCE', from: '2027-11-08', until: '2027-11-09' };
    const found = (kind: BoardMember['kind'], clearances: BoardMember['clearances']): Reason[] => reasons(boardOf({ members: [memberOf('nora', stays, { kind, expert: expertOf({}), clearances })] }));
    const [short, whole] = [[{ id: 'Clearance_1', fromOn: '2027-11-08', untilOn: '2027-11-08' }], [{ id: 'Clearance_1', fromOn: '2027-11-08', untilOn: '2027-11-09' }]];
    expect([found('NGO', []), found('NGO', short), found('NGO', whole)]).toEqual([[], [lacks], []]);
    for (const kind of ['MAGISTRATE', 'POLICE', 'SOCIAL', 'LABOUR', 'OTHER'] as const) expect([kind, found(kind, [])]).toEqual([kind, [lacks]]);
  });

  it('clearances count one after the other without a break', () => {
    const [first, second] = [{ fromOn: '2027-11-01', untilOn: '2027-11-09' }, { fromOn: '2027-11-10', untilOn: '2027-11-30' }];
    expect(isCleared([second, first], '2027-11-08', '2027-11-12')).toBe(true);
    expect(isCleared([first, { ...second, fromOn: '2027-11-11' }], '2027-11-08', '2027-11-12')).toBe(false);
  });
});

describe('of a leg', () => {
  it('that it lacks a lodging where there is a night, and its opinion', () => {
    const bare = { lodgingName: null, consultation: null };
    expect(reasons(withLeg(boardOf(), 'rs', bare))).toEqual([{ kind: 'LODGING' }, { kind: 'UNASKED' }]);
    expect(reasons(withLeg(boardOf(), 'xk', bare))).toEqual([{ kind: 'UNASKED' }]);
  });

  it('how its opinion stands; an objection is a conflict, and silence stands in nobody’s way', () => {
    const found = (state: 'OBJECTED' | 'ASKED' | 'SILENT'): unknown[] => findingsOf(withLeg(boardOf(), 'rs', { consultation: { id: 'Consultation_1', state } })).map(({ reason, isConflict }) => [reason, isConflict]);
    expect(found('OBJECTED')).toEqual([[{ kind: 'OPINION', state: 'OBJECTED' }, true]]);
    expect(found('ASKED')).toEqual([[{ kind: 'OPINION', state: 'ASKED' }, false]]);
    expect(found('SILENT')).toEqual([]);
  });
});

describe('of a meeting', () => {
  it('that it is not confirmed, has no day, or was refused, of which nothing else is said', () => {
    expect(ofMeeting({ status: 'PROPOSED' })).toEqual([{ kind: 'UNCONFIRMED' }]);
    expect(ofMeeting({ status: 'PROPOSED', day: null, starts: null })).toEqual([{ kind: 'UNTIMED' }]);
    expect(ofMeeting({ status: 'REFUSED', needs: [{ kind: 'NGO', atLeast: 1 }] })).toEqual([{ kind: 'REFUSED' }]);
  });

  it('that it is on a day off without a reason', () => {
    expect(ofMeeting({ isDayOff: true })).toEqual([{ kind: 'DAY_OFF' }]);
    expect(ofMeeting({ isDayOff: true, overrideReason: 'The host asked for it' })).toEqual([]);
  });

  it('who of those who go is engaged elsewhere or not there', () => {
    expect(ofMeeting({ people: [personOf('nora', { isEngagedElsewhere: true, isAway: true }), personOf('ivo', { isSubstitute: true, isAway: true })] })).toEqual([{ kind: 'ENGAGED', name: 'nora' }, { kind: 'AWAY', name: 'nora' }]);
  });

  it('whom it lacks, and a language that nobody speaks', () => {
    const languages = [{ atLeast: 'B2' as const, language: languageOf('sr') }];
    expect(ofMeeting({ needs: [{ kind: 'NGO', atLeast: 1 }], languages, people: [personOf('nora')] })).toEqual([{ kind: 'ROLE', part: 'NGO', missing: 1 }, { kind: 'LANGUAGE', language: 'sr', isUnknown: true }]);
  });

  it('for whom nobody interprets: not where somebody who goes could serve as a bridge', () => {
    const languages = [{ atLeast: 'B2' as const, language: languageOf('sr') }];
    const stays = [['rs', '2027-11-10T09:00', '2027-11-11T20:00']] as const;
    const found = (other: BoardMember): Reason[] => reasons(withLeg(boardOf({ members: [memberOf('nora', stays, { expert: expertOf({ fr: 'NATIVE' }) }), other] }), 'rs', { meetings: [meetingOf('one', { languages, people: [personOf('nora'), personOf('ivo')] })] }));
    expect(found(memberOf('ivo', stays, { expert: expertOf({ sr: 'NATIVE', fr: 'C1' }) }))).toEqual([]);
    expect(found(memberOf('ivo', stays, { expert: expertOf({ sr: 'NATIVE' }) }))).toEqual([{ kind: 'INTERPRETER', name: 'nora', languages: ['sr', 'fr'] }]);
  });
});

it('conflicts come first, whatever the order they are found in', () => {
  const board = withLeg(withLeg(boardOf(), 'ba', { lodgingName: null }), 'rs', { meetings: [meetingOf('one', { isDayOff: true })] });
  expect(findingsOf(board).map(({ reason, isConflict }) => [reason.kind, isConflict])).toEqual([['DAY_OFF', true], ['LODGING', false]]);
});

it('what is about one thing stands together, and a clearance apart from all else of a person', () => {
  const bare = memberOf('nora', [['ba', '2027-11-08T09:00', '2027-11-09T20:00']], { isEngagedElsewhere: true, expert: expertOf({}), clearances: [] });
  const board = withLeg(boardOf({ members: [bare] }), 'rs', { lodgingName: null, consultation: null, meetings: [meetingOf('one', { status: 'PROPOSED', needs: [{ kind: 'NGO', atLeast: 1 }] })] });
  expect(byThing(findingsOf(board)).map(({ member, leg, meeting, findings }) => [member?.key ?? meeting?.key ?? leg?.id, findings.map(({ reason }) => reason.kind)])).toEqual([
    ['nora', ['ENGAGED']], ['nora', ['CLEARANCE']], ['MissionLeg_rs', ['LODGING', 'UNASKED']], ['one', ['UNCONFIRMED', 'ROLE']],
  ]);
});
