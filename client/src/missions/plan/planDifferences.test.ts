// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { PLAN } from './plan.fixture.ts';
import { planDifferences } from './planDifferences.ts';
import { sideOfPlan } from './planSides.ts';

const people = ['nora', 'ivo'].map((key) => ({ key, name: key, expert: null }));
const SIDE = sideOfPlan(PLAN, people);

describe('two plans', () => {
  it('differ in nothing where they are the same', () => {
    expect(planDifferences(SIDE, SIDE)).toEqual({ meetings: [[], []], people: [[], []], moved: [], attended: [], count: 0 });
  });

  it('differ in meetings, people, hours and who is there', () => {
    const [third, first, second] = PLAN.meetings as [(typeof PLAN.meetings)[number], (typeof PLAN.meetings)[number], (typeof PLAN.meetings)[number]];
    const other = sideOfPlan({ ...PLAN, travellers: PLAN.travellers.slice(0, 1), meetings: [{ ...first, starts: { ...first.starts, local: '2027-11-09T15:00' } }, { ...third, attends: third.attends.slice(0, 1) }] }, people);
    expect(planDifferences(SIDE, other)).toEqual({ meetings: [[second.meetingKey], []], people: [['ivo'], []], moved: [first.meetingKey], attended: [third.meetingKey], count: 3 });
    expect(planDifferences(other, SIDE)).toMatchObject({ meetings: [[], [second.meetingKey]], people: [[], ['ivo']], count: 3 });
  });

  it('do not differ in whoever has come into the team between two searches', () => {
    const before = sideOfPlan(PLAN, [{ key: 'nora', name: 'Nora', expert: 'Expert_1' }, people[1]!]);
    const now = JSON.parse(JSON.stringify(PLAN).replaceAll('"nora"', '"member"')) as typeof PLAN;
    expect(planDifferences(before, sideOfPlan(now, [{ key: 'member', name: 'Nora', expert: 'Expert_1' }, people[1]!])).count).toBe(0);
    expect(planDifferences(before, sideOfPlan(now, [{ key: 'member', name: 'Nora', expert: 'Expert_2' }, people[1]!])).people).toEqual([['Expert_1'], ['Expert_2']]);
  });
});
