import { describe, expect, it } from 'vitest';

import { PLAN, sentenceOf } from './plan.fixture.ts';
import { leftOutOf } from './planOut.ts';
import type { PlanSearch } from './usePlan.ts';

const meetings = (...keys: readonly string[]) => keys.map((key) => ({ id: `Meeting_${key}`, key }));
const other = { ...PLAN, meetings: PLAN.meetings.filter(({ meetingKey }) => meetingKey === 'third') };
const why = { meetingKey: 'fifth', why: sentenceOf('LEFT_OUT_DISPLACED'), witness: sentenceOf('WITNESS_NONE'), changes: [], exchange: null };
const search = (changes: object = {}): PlanSearch => ({ plan: PLAN, meetings: meetings('first', 'second', 'third', 'fourth', 'fifth'), assumptions: { candidates: [] }, leftOut: [why], alternatives: [{ kind: 'CHEAPEST', plan: other }], ...changes }) as unknown as PlanSearch;

describe('what a plan leaves out', () => {
  it('is named whether or not it is known why: first that of which it is known', () => {
    expect(leftOutOf(search(), PLAN)).toEqual([{ meetingKey: 'fifth', why }, { meetingKey: 'fourth', why: undefined }]);
    expect(leftOutOf(search({ leftOut: [] }), PLAN).map(({ meetingKey }) => meetingKey)).toEqual(['fourth', 'fifth']);
  });

  it('is another in another plan, of which nobody has looked into why', () => {
    expect(leftOutOf(search(), other)).toEqual(['fifth', 'first', 'second', 'fourth'].map((meetingKey) => ({ meetingKey, why: undefined })));
  });

  it('is also what could be, and a meeting that is removed by now', () => {
    const ideas = search({ meetings: [], leftOut: [], assumptions: { candidates: [{ meetingKey: 'idea' }] } });
    expect(leftOutOf(ideas, other).map(({ meetingKey }) => meetingKey)).toEqual(['idea', 'first', 'second']);
  });

  it('is nothing where all is in', () => {
    expect(leftOutOf(search({ meetings: meetings('first', 'second', 'third'), leftOut: [] }), PLAN)).toEqual([]);
  });
});
