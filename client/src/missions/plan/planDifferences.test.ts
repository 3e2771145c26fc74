// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { PLAN } from './plan.fixture.ts';
import { planDifferences } from './planDifferences.ts';

describe('two plans', () => {
  it('differ in nothing where they are the same', () => {
    const { meetings, people, moved, attended, ways } = planDifferences(PLAN, PLAN);
    expect([meetings, people, moved, attended]).toEqual([[[], []], [[], []], [], []]);
    expect(ways[0]).toEqual(ways[1]);
  });

  it('differ in meetings, people, hours and who is there', () => {
    const [third, first, second] = PLAN.meetings as [(typeof PLAN.meetings)[number], (typeof PLAN.meetings)[number], (typeof PLAN.meetings)[number]];
    const other = { ...PLAN, travellers: PLAN.travellers.slice(0, 1), meetings: [{ ...first, starts: { ...first.starts, at: '2027-11-09T14:00:00.000Z' } }, { ...third, attends: third.attends.slice(0, 1) }] };
    expect(planDifferences(PLAN, other)).toMatchObject({ meetings: [[second.meetingKey], []], people: [['ivo'], []], moved: [first.meetingKey], attended: [third.meetingKey] });
    expect(planDifferences(other, PLAN)).toMatchObject({ meetings: [[], [second.meetingKey]], people: [[], ['ivo']] });
  });
});
