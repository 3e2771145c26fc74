import { describe, expect, it } from 'vitest';

import { stepOf, stepRanges } from './steps.ts';

describe('the colours of the map', () => {
  it('part values into three ranges of about as many countries, never equal ones', () => {
    const years = [2008, 2008, 2008, 2008, 2008, 2008, 2008, 2008, 2009, 2009, 2010, 2011, 2013, 2014, 2016];
    expect(stepRanges(years)).toEqual([
      { step: 1, from: 2008, to: 2008 }, { step: 2, from: 2009, to: 2011 }, { step: 3, from: 2013, to: 2016 },
    ]);
  });

  it('are fewer when there are few values', () => {
    expect(stepRanges([])).toEqual([]);
    expect(stepRanges([4, 4])).toEqual([{ step: 1, from: 4, to: 4 }]);
    expect(stepRanges([7, 1])).toEqual([{ step: 1, from: 1, to: 1 }, { step: 2, from: 7, to: 7 }]);
  });

  it('are none for what is unknown or in no range', () => {
    const ranges = stepRanges([1, 2, 3]);
    expect(stepOf(ranges, undefined)).toBe(0);
    expect(stepOf(ranges, 0)).toBe(0);
    expect(stepOf(ranges, 2)).toBe(2);
  });
});
