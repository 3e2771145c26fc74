import { describe, expect, it } from 'vitest';

import { boardOf, meetingOf, memberOf, personOf, withLeg } from './board.fixture.ts';
import { boardAxis, boardDays, daysOff, drawnOf, type Item, personRows, placeRows } from './boardItems.ts';
import type { Board } from './useBoard.ts';

const said = ({ kind, from, until }: Item): string => `${kind} ${from} ${until}`;
const rowsOf = (board: Board): string[][] => personRows(board, boardAxis(board)).map(({ items }) => items.map(said));

describe('the row of a person', () => {
  it('has where they stay, how they travel, and of when nothing is known', () => {
    expect(rowsOf(boardOf())).toEqual([[
      'UNKNOWN 2027-11-08T00:00 2027-11-08T09:00', 'STAY 2027-11-08T09:00 2027-11-10T07:00', 'JOURNEY 2027-11-10T07:00 2027-11-10T12:00', 'STAY 2027-11-10T12:00 2027-11-11T20:00', 'UNKNOWN 2027-11-11T20:00 2027-11-13T00:00',
    ]]);
  });

  it('has the meetings to which they go, and not those to which they go as a substitute', () => {
    const met = withLeg(boardOf(), 'rs', { meetings: [meetingOf('theirs', { people: [personOf('nora')] }), meetingOf('substitute', { people: [personOf('nora', { isSubstitute: true })] }), meetingOf('untimed', { starts: null, people: [personOf('nora')] })] });
    expect(rowsOf(met)[0]!.filter((one) => one.startsWith('MEETING'))).toEqual(['MEETING 2027-11-10T10:00 2027-11-10T11:30']);
  });

  it('is there for whoever stays nowhere, all unknown, and not for whoever takes a place if need be', () => {
    const board = boardOf({ members: [memberOf('ana', []), memberOf('ivo', [], { substituteForKey: 'ana' })] });
    expect(rowsOf(board)).toEqual([['UNKNOWN 2027-11-08T00:00 2027-11-13T00:00']]);
  });

  it('has the holidays of the country where they are on that day alone', () => {
    expect(personRows(boardOf(), boardAxis(boardOf()))[0]!.off.map(({ day, holiday }) => [day, holiday?.name.text])).toEqual([['2027-11-11', 'Armistice Day']]);
  });
});

describe('the row of a leg', () => {
  const board = withLeg(boardOf({ members: [memberOf('nora', [['rs', '2027-11-10T09:00', '2027-11-11T20:00']]), memberOf('ivo', [['rs', '2027-11-10T09:00', '2027-11-11T20:00']])] }), 'rs', { meetings: [meetingOf('one', { windows: [{ day: '2027-11-10', fromTime: '09:00', untilTime: '24:00' }] })] });
  const row = placeRows(board, boardAxis(board))[1]!;

  it('has who stays there, together where they come and leave together, its meetings and when hosts could', () => {
    expect(row.items.map((item) => [said(item), item.who])).toEqual([
      ['WINDOW 2027-11-10T09:00 2027-11-11T00:00', []], ['STAY 2027-11-10T09:00 2027-11-11T20:00', ['nora', 'ivo']], ['MEETING 2027-11-10T10:00 2027-11-10T11:30', []],
    ]);
  });

  it('has the holidays of its country', () => {
    expect(row.off.map(({ day }) => day)).toEqual(['2027-11-11']);
  });

  it('is drawn in bands: who is there, what they do, when hosts could; what is unknown is the ground', () => {
    const axis = boardAxis(board);
    expect(drawnOf(row, axis).map(({ item, lane }) => [item.kind, lane])).toEqual([['STAY', 0], ['MEETING', 1], ['WINDOW', 2]]);
    expect(drawnOf(personRows(boardOf(), axis)[0]!, axis).map(({ item, lane }) => [item.kind, lane])).toEqual([['STAY', 0], ['JOURNEY', 0], ['STAY', 0]]);
  });
});

it('meetings that are close stand below each other, and so does somebody who is in two places', () => {
  const close = withLeg(boardOf({ members: [memberOf('nora', [['ba', '2027-11-08T09:00', '2027-11-10T18:00'], ['rs', '2027-11-10T12:00', '2027-11-11T20:00']])] }), 'rs', { meetings: ['13:00', '14:30'].map((starts) => meetingOf(starts, { starts, people: [personOf('nora')] })) });
  expect(drawnOf(personRows(close, boardAxis(close))[0]!, boardAxis(close)).map(({ item, lane }) => [item.kind, lane])).toEqual([['STAY', 0], ['JOURNEY', 1], ['STAY', 1], ['MEETING', 2], ['MEETING', 3]]);
});

describe('days off', () => {
  it('are weekends and the holidays of the country', () => {
    const [leg] = withLeg(boardOf(), 'ba', {}).legs;
    expect(daysOff(leg!, ['2027-11-12', '2027-11-13', '2027-11-14', '2027-11-15']).map(({ day }) => day)).toEqual(['2027-11-13', '2027-11-14']);
  });
});

describe('the list', () => {
  const meetings = [meetingOf('one', { people: [personOf('nora')], windows: [{ day: '2027-11-10', fromTime: '09:00', untilTime: '17:00' }] })];
  const board = withLeg(boardOf(), 'rs', { meetings });

  it('says of each day all that any timeline shows, and nothing else', () => {
    const axis = boardAxis(board);
    const drawn = [...personRows(board, axis), ...placeRows(board, axis)].flatMap(({ items }) => items.map(said));
    expect([...new Set(boardDays(board, axis).flatMap(({ items }) => items.map(said)))].sort()).toEqual([...new Set(drawn)].sort());
  });

  it('has on a day what goes on over it, and midnight belongs to the day before', () => {
    const days = new Map(boardDays(board, boardAxis(board)).map(({ day, items }) => [day, items.map(said)]));
    expect(days.get('2027-11-09')).toEqual(['STAY 2027-11-08T09:00 2027-11-10T07:00']);
    expect(days.get('2027-11-12')).toEqual(['UNKNOWN 2027-11-11T20:00 2027-11-13T00:00']);
    expect([...days.keys()]).toEqual(['2027-11-08', '2027-11-09', '2027-11-10', '2027-11-11', '2027-11-12']);
  });

  it('has a day before the mission on which a journey begins', () => {
    const early = boardOf({ journeys: [{ ...boardOf().journeys[0]!, departsAt: '2027-11-07T22:00', arrivesAt: '2027-11-08T06:00' }] });
    expect(boardDays(early, boardAxis(early))[0]).toMatchObject({ day: '2027-11-07', items: [{ kind: 'JOURNEY' }] });
  });

  it('says the holiday on the days of a leg in its country', () => {
    expect(boardDays(board, boardAxis(board)).filter(({ off }) => off.length > 0).map(({ day }) => day)).toEqual(['2027-11-11']);
  });
});
