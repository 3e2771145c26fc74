/** A search that is to stay near to a former plan begins with it, where it still is one. */
import { type Plan, type Problem, valueOf } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { beforeAll, expect, test } from 'vitest';
import { planMission } from '../mission.ts';
import { stillOf } from './first-plans.ts';

const LIMITS = { seed: 1, maxWork: 150_000, maxLabels: 100_000 };
const TOGETHER: Problem = { ...WORKED, riding: 'TOGETHER' };
let plan: Plan;

beforeAll(() => {
  plan = planMission({ problem: TOGETHER, ...LIMITS }).plan!;
});

const begun = (former: Plan | null, pins: Problem['pins'] = TOGETHER.pins): Plan | null => planMission({ problem: { ...TOGETHER, former, pins }, ...LIMITS, maxWork: 0 }).plan;

test('before anything is searched through it is known; nothing is, where there is none: the control', () => {
  expect(valueOf(TOGETHER, begun(plan)!)).toEqual(valueOf(TOGETHER, plan));
  expect(begun(null)?.meetings ?? []).toEqual([]);
});

test('one that breaks a rule by now is none to begin with', () => {
  const [first, ...others] = plan.meetings;
  const moved = { ...plan, meetings: [{ ...first!, startsAt: first!.startsAt - 7 * 24 * 60 }, ...others] };
  expect(begun(moved)?.meetings ?? []).toEqual([]);
});

test('what is to be left out is not in it, and the rest is as it was', () => {
  const out = plan.meetings.find(({ meetingId }) => !TOGETHER.meetings.find(({ id }) => id === meetingId)!.isMandatory)!.meetingId;
  const still = stillOf({ ...TOGETHER, former: plan, pins: [...TOGETHER.pins, { id: 'out', why: 'ADVISER', pin: 'OUT', meetingId: out }] })!;
  expect([still.meetings.map(({ meetingId }) => meetingId), still.parties, still.team]).toEqual([plan.meetings.map(({ meetingId }) => meetingId).filter((id) => id !== out), plan.parties, plan.team]);
});
