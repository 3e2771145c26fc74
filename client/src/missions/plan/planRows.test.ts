// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { axisOf } from '../board/boardTime.ts';
import { PLAN } from './plan.fixture.ts';
import { planDrawing } from './planDrawing.ts';
import { citiesOf, planRows } from './planRows.ts';

const rows = planRows(PLAN);
const axis = axisOf({ startsOn: '2027-11-08', endsOn: '2027-11-10' }, ['Europe/Belgrade']);
const drawing = planDrawing(PLAN, axis, [{ city: 'belgrade', day: '2027-11-10', zone: 'Europe/Belgrade' }, { city: 'belgrade', day: '2027-12-25', zone: 'Europe/Belgrade' }]);

describe('the table of a plan', () => {
  it('has each journey once with all who make it, and each meeting with its number, in the order of their times', () => {
    expect(rows.map((row) => (row.kind === 'JOURNEY' ? [row.journey.linkCode, ...row.who] : [row.number, row.meeting.meetingKey]))).toEqual([
      ['paris-sarajevo', 'nora', 'ivo'], [1, 'first'], [2, 'second'], ['sarajevo-belgrade', 'nora', 'ivo'], [3, 'third'], ['belgrade-paris', 'nora', 'ivo'],
    ]);
  });

  it('knows the cities in the order in which people are there', () => {
    expect(citiesOf(PLAN)).toEqual(['paris', 'sarajevo', 'belgrade']);
  });
});

describe('the timeline of a plan', () => {
  it('draws every meeting that the table has, with its hour, and for each person every journey', () => {
    expect(drawing.marks.map(({ number, local }) => [number, local])).toEqual(rows.flatMap((row) => (row.kind === 'MEETING' ? [[row.number, row.meeting.starts.local]] : [])));
    expect(drawing.lines.map(({ person, points }) => [person, points.split(' ').length / 2])).toEqual([['nora', 3], ['ivo', 3]]);
  });

  it('has a row for each person with the meetings at which they are', () => {
    expect(drawing.people.map(({ person, marks }) => [person, marks.map(({ number }) => number)])).toEqual([['nora', [1, 3]], ['ivo', [2, 3]]]);
  });

  it('puts meetings that are close below each other, and people’s lines apart', () => {
    expect(drawing.marks[0]!.y).not.toBe(drawing.marks[1]!.y);
    expect(drawing.lines[0]!.points).not.toBe(drawing.lines[1]!.points);
  });

  it('hatches the days off that lie on its days', () => {
    expect(drawing.off.map(({ key }) => key)).toEqual(['belgrade 2027-11-10']);
    expect(drawing.days).toHaveLength(3);
  });
});
