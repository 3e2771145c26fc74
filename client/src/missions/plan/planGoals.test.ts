import { describe, expect, it } from 'vitest';

import { goalChoicesOf, goalSettings, shifted, USUAL_GOALS } from './planGoals.ts';

describe('what counts', () => {
  it('is sent only where it is not what counts by itself', () => {
    expect(goalSettings(USUAL_GOALS)).toEqual({ faults: [], goals: null, kindLimits: [] });
    expect(goalSettings({ ...USUAL_GOALS, order: ['NIGHTS', 'PROFIT'] }).goals).toEqual({ isWeighed: false, goals: [{ measure: 'NIGHTS', points: 1 }, { measure: 'PROFIT', points: 1 }] });
    expect(goalSettings({ ...USUAL_GOALS, isWeighed: true, points: { PROFIT: '2', NIGHTS: ' ', BALANCE: '7' } }).goals).toEqual({ isWeighed: true, goals: [{ measure: 'PROFIT', points: 2 }, { measure: 'BALANCE', points: 7 }] });
  });

  it('is wrong where nothing counts, or where what was typed is no number of points, or no amount', () => {
    expect(goalSettings({ ...USUAL_GOALS, order: [] }).faults).toEqual(['NONE']);
    expect([goalSettings({ ...USUAL_GOALS, order: ['KEPT'] }, false).faults, goalSettings({ ...USUAL_GOALS, order: ['KEPT'] }, true).faults]).toEqual([['NONE'], []]);
    expect(goalSettings({ ...USUAL_GOALS, isWeighed: true, points: {} }).faults).toEqual(['NONE']);
    expect(goalSettings({ ...USUAL_GOALS, isWeighed: true, points: { PROFIT: '0', NIGHTS: '1001', BALANCE: 'x', FRESH: '1000' } }).faults).toEqual(['PROFIT', 'NIGHTS', 'BALANCE']);
    expect(goalSettings({ ...USUAL_GOALS, limits: { FARE: 'much', ALLOWANCE: '12,50' } })).toMatchObject({ faults: ['FARE'], kindLimits: [{ kind: 'FARE' }, { kind: 'ALLOWANCE', cents: 1_250 }] });
  });

  it('moves by a place, and not beyond the ends', () => {
    const order = ['PROFIT', 'COST_CENTS', 'NIGHTS'] as const;
    expect([shifted(order, 'NIGHTS', -1), shifted(order, 'PROFIT', -1), shifted(order, 'PROFIT', 1), shifted(order, 'NIGHTS', 1)]).toEqual([['PROFIT', 'NIGHTS', 'COST_CENTS'], order, ['COST_CENTS', 'PROFIT', 'NIGHTS'], order]);
  });

  it('begins the next search as it was', () => {
    for (const chosen of [USUAL_GOALS, { ...USUAL_GOALS, order: ['NIGHTS', 'PROFIT'] as const, limits: { FARE: '12.50' } }, { ...USUAL_GOALS, isWeighed: true, points: { PROFIT: '3', KEPT: '4' } }]) expect(goalChoicesOf(goalSettings(chosen))).toEqual(chosen);
  });
});
