import { describe, expect, it } from 'vitest';

import { PLAN as SHOWN } from './plan.fixture.ts';
import type { Pinned, PinKind } from './planChoices.ts';
import { type Board, dropOf, inPlaceOf } from './planDrop.ts';

const pin = (kind: PinKind, meetingKey: string, personKey: string | null = null): Pinned => ({ pin: kind, meetingKey, personKey, startsAt: null });
/** The third meeting has Nora and Ivo, both of the police, the first Nora; Zoe is of the police, Jan a magistrate; the meeting `late` is left out. */
const board = (...pins: Pinned[]): Board => ({ plan: SHOWN, people: [{ key: 'nora', kinds: ['POLICE'] }, { key: 'ivo', kinds: ['POLICE'] }, { key: 'zoe', kinds: ['POLICE'] }, { key: 'jan', kinds: ['MAGISTRATE'] }], pins });
const person = (key: string, meeting?: string) => ({ person: key, meeting });
const meeting = (key: string) => ({ person: undefined, meeting: key });
const onto = (place: string, instead?: string) => ({ onto: place, instead });

describe('somebody who is let go on a meeting', () => {
  it('takes the place of who is of their kind: of the one on whom they were let go, or of the first', () => {
    expect(dropOf(board(), person('zoe'), onto('third'))).toEqual({ is: 'FIXED', pins: [pin('ABSENT', 'third', 'nora'), pin('ATTENDS', 'third', 'zoe')] });
    expect(dropOf(board(), person('zoe'), onto('third', 'ivo'))).toEqual({ is: 'FIXED', pins: [pin('ABSENT', 'third', 'ivo'), pin('ATTENDS', 'third', 'zoe')] });
    expect(dropOf(board(pin('ABSENT', 'third', 'nora')), person('zoe'), onto('third'))).toEqual({ is: 'FIXED', pins: [pin('ABSENT', 'third', 'ivo'), pin('ATTENDS', 'third', 'zoe')] });
  });

  it('comes besides where nobody of their kind is there', () => {
    expect(dropOf(board(), person('jan'), onto('third', 'ivo'))).toEqual({ is: 'FIXED', pins: [pin('ATTENDS', 'third', 'jan')] });
  });

  it('comes from another meeting as well', () => {
    expect(dropOf(board(), person('ivo', 'second'), onto('first'))).toEqual({ is: 'FIXED', pins: [pin('ABSENT', 'first', 'nora'), pin('ATTENDS', 'first', 'ivo')] });
  });

  it('changes nothing where they are, or are to be already; who was to be away there may be there again', () => {
    expect(dropOf(board(), person('nora', 'first'), onto('third'))).toBeUndefined();
    expect(dropOf(board(pin('ATTENDS', 'third', 'zoe')), person('zoe'), onto('third'))).toBeUndefined();
    expect(dropOf(board(pin('ABSENT', 'first', 'nora')), person('nora'), onto('first'))).toEqual({ is: 'FREED', pin: pin('ABSENT', 'first', 'nora') });
    expect(dropOf(board(), person('zoe'), onto('late'))).toBeUndefined();
    expect(dropOf(board(), person('zoe'), onto('OUT'))).toBeUndefined();
  });
});

it('somebody who is let go on those who could go does not attend the meeting from which they were carried', () => {
  expect(dropOf(board(), person('nora', 'first'), onto('PEOPLE'))).toEqual({ is: 'FIXED', pins: [pin('ABSENT', 'first', 'nora')] });
  expect(dropOf(board(), person('nora'), onto('PEOPLE'))).toBeUndefined();
  expect(dropOf(board(pin('ABSENT', 'first', 'nora')), person('nora', 'first'), onto('PEOPLE'))).toBeUndefined();
});

describe('a meeting', () => {
  it('is left out where it is let go on those that are, once', () => {
    expect(dropOf(board(), meeting('first'), onto('OUT'))).toEqual({ is: 'FIXED', pins: [pin('OUT', 'first')] });
    expect(dropOf(board(pin('OUT', 'first')), meeting('first'), onto('OUT'))).toBeUndefined();
    expect(dropOf(board(), meeting('first'), onto('PLAN'))).toBeUndefined();
  });

  it('that the plan leaves out is kept where it is let go on the plan; one that was to be left out may be in it again', () => {
    expect(dropOf(board(), meeting('late'), onto('PLAN'))).toEqual({ is: 'FIXED', pins: [pin('IN', 'late')] });
    expect(dropOf(board(pin('OUT', 'late')), meeting('late'), onto('PLAN'))).toEqual({ is: 'FREED', pin: pin('OUT', 'late') });
    expect(dropOf(board(), meeting('late'), onto('OUT'))).toBeUndefined();
    expect(dropOf(board(), { person: undefined, meeting: undefined }, onto('PLAN'))).toBeUndefined();
  });
});

it('in the place of nobody whoever is not there could come', () => {
  const [, first] = [SHOWN.meetings[0], SHOWN.meetings.find(({ meetingKey }) => meetingKey === 'first')];
  expect(inPlaceOf(board().people, first, '').map(({ key }) => key)).toEqual(['ivo', 'zoe', 'jan']);
  expect(inPlaceOf(board().people, first, 'nora').map(({ key }) => key)).toEqual(['ivo', 'zoe']);
});
