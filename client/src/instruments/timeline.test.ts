import { describe, expect, it } from 'vitest';

import { buildAxis, buildLines, dotsOf } from './timeline.ts';

const cell = (code: string, inForceOn: string | null, isVerified = true) =>
  ({ country: { code }, status: 'PARTY' as const, inForceOn, isVerified });
const instrument = (code: string, inForceOn: string | null, transpositionDueOn: string | null = null) => ({ code, inForceOn, transpositionDueOn, provenance: { isVerified: true } });
const rows = [
  { instrument: instrument('treaty', '2008-02-01'), cells: [cell('TR', '2016-09-01'), cell('AL', '2008-02-01'), cell('BA', '2008-05-01'), cell('ME', null), cell('RO', '2008-02-01', false)] },
  { instrument: instrument('old', '1932-05-01'), cells: [cell('AL', null)] },
  { instrument: instrument('none', null), cells: [] },
  { instrument: instrument('coming', '2027-01-01'), cells: [] },
];
const lines = buildLines(rows, '2026-11-24');

describe('the timeline of entries into force', () => {
  it('has the days of each instrument in order, with the countries of each day', () => {
    expect(lines[0]!.steps.map(({ on, own, countries }) => [on, own !== undefined, countries.map(({ country }) => country.code)]))
      .toEqual([['2008-02-01', true, ['AL', 'RO']], ['2008-05-01', false, ['BA']], ['2016-09-01', false, ['TR']]]);
  });

  it('keeps what is not verified marked', () => {
    expect(lines[0]!.steps[0]!.countries.map(({ isVerified }) => isVerified)).toEqual([true, false]);
  });

  it('draws a dot for each year, counting the countries that the list names', () => {
    expect(dotsOf(lines[0]!)).toEqual([
      { year: 2008, count: 3, isOwn: true, isDue: false, isToCome: false }, { year: 2016, count: 1, isOwn: false, isDue: false, isToCome: false },
    ]);
    expect(dotsOf(lines[1]!)).toEqual([{ year: 1932, count: 0, isOwn: true, isDue: false, isToCome: false }]);
    expect(dotsOf(lines[2]!)).toEqual([]);
  });

  it('tells what is to come from what has come', () => {
    expect(dotsOf(lines[3]!)).toEqual([{ year: 2027, count: 0, isOwn: true, isDue: false, isToCome: true }]);
    expect(dotsOf(buildLines(rows, '2027-01-01')[3]!)[0]!.isToCome).toBe(false);
  });

  it('has the last day to transpose a directive, which brings nothing into force', () => {
    const [line] = buildLines([{ instrument: instrument('directive', '2024-07-14', '2026-07-15'), cells: [] }], '2026-07-01');
    expect(line!.steps.map(({ on, own, isDue, isToCome }) => [on, own !== undefined, isDue, isToCome])).toEqual([['2024-07-14', true, false, false], ['2026-07-15', false, true, true]]);
    expect(dotsOf(line!).map(({ year, isOwn, isDue }) => [year, isOwn, isDue])).toEqual([[2024, true, false], [2026, false, true]]);
  });

  it('has an axis of years on which long empty times are cut out', () => {
    const steps = ['1932-05-01', '2003-12-25', '2005-01-01', '2008-02-01'].map((on) => ({ on, isToCome: false, own: undefined, isDue: false, countries: [] }));
    expect(buildAxis([{ steps }])).toEqual([
      { year: 1932 }, { from: 1933, until: 2002 }, { year: 2003 }, { year: 2004 }, { year: 2005 }, { year: 2006 }, { year: 2007 }, { year: 2008 },
    ]);
    expect(buildAxis([])).toEqual([]);
  });
});
