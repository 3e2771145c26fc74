/** Who may do what with missions and legs, as pure functions. */
import { expect, test } from 'vitest';
import type { Standing } from '../members/index.ts';
import { MissionStage } from './mission-stage.ts';
import { areLegsOpen, legAbilities, mayPlanMissions, mayReadLeg, missionAbilities } from './mission.policy.ts';

const acting = (role: Standing['role'], country: string | null = null): Standing[] => [{ role, country, organisation: null }];
/** One in Serbia that its post has been shown. */
const LEG = { stage: 'CONSULTED', country: 'RS', isShown: true, isOver: false } as const;
const can = (stage: MissionStage, standings = acting('ADVISER'), isOver = false): string => Object.entries(missionAbilities({ stage, isOver }, standings)).filter(([, is]) => is).map(([name]) => name).join(' ');

test('what can be done with a mission follows from where it stands', () => {
  expect(Object.keys(MissionStage).map((stage) => [stage, can(stage as MissionStage)])).toEqual([
    ['IDEA', 'edit translate planLegs searchPlan plan giveUp'], ['PLANNED', 'edit translate planLegs searchPlan consultPosts giveUp'], ['CONSULTED', 'edit translate searchPlan agree replan giveUp'], ['AGREED', 'edit translate searchPlan replan giveUp'], ['REPORTED', 'translate writeReport translateReport followUp close publish appraise'], ['CLOSED', 'translateReport followUp publish appraise'], ['GIVEN_UP', 'translate'],
  ]);
});

test('what is agreed is reported on once it is over, and nothing else is', () => {
  expect(can('AGREED', acting('ADVISER'), true)).toBe('edit translate searchPlan replan giveUp writeReport translateReport followUp report');
  for (const stage of Object.keys(MissionStage).filter((one) => one !== 'AGREED') as MissionStage[]) expect([stage, can(stage, acting('ADVISER'), true)]).toEqual([stage, can(stage)]);
  expect(can('AGREED', acting('SCAC', 'RS'), true)).toBe('');
});

test('nobody but the adviser and the team does anything with one, or with a leg', () => {
  for (const role of ['SCAC', 'SSI', 'TRANSLATOR', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'] as const) {
    expect([role, mayPlanMissions(acting(role, 'RS')), can('PLANNED', acting(role, 'RS')), legAbilities({ ...LEG, country: 'AL', stage: 'CONSULTED' }, acting(role, 'RS'))]).toEqual([role, false, '', { edit: false, plan: false, prepare: false }]);
  }
  expect([mayPlanMissions(acting('ASSISTANT')), mayPlanMissions([])]).toEqual([true, false]);
});

test('where and when a leg is can be changed until the posts are consulted', () => {
  expect(Object.keys(MissionStage).filter((stage) => areLegsOpen({ stage: stage as MissionStage }))).toEqual(['IDEA', 'PLANNED']);
  expect([legAbilities({ ...LEG, stage: 'PLANNED' }, acting('ADVISER')), legAbilities(LEG, acting('ADVISER'))]).toEqual([{ edit: true, plan: true, prepare: true }, { edit: true, plan: false, prepare: true }]);
});

test('the post of its country prepares a leg that was shown, also while the mission is planned anew, until its last day is over; it changes neither where nor when it is', () => {
  const prepares = (changes: object, standings = acting('SCAC', 'RS')) => legAbilities({ ...LEG, ...changes }, standings);
  expect(Object.keys(MissionStage).filter((stage) => prepares({ stage }).prepare)).toEqual(['PLANNED', 'CONSULTED', 'AGREED']);
  expect([prepares({}), prepares({}, acting('SSI', 'RS'))]).toEqual(Array.from({ length: 2 }, () => ({ edit: false, plan: false, prepare: true })));
  for (const changes of [{ isShown: false }, { isOver: true }, { country: 'AL' }]) expect([changes, prepares(changes).prepare]).toEqual([changes, false]);
});

test('a leg is seen by the adviser and the team, and by the post of its country once it is shown', () => {
  for (const role of ['SCAC', 'SSI'] as const) expect([mayReadLeg(LEG, acting(role, 'RS')), mayReadLeg({ ...LEG, isShown: false }, acting(role, 'RS')), mayReadLeg(LEG, acting(role, 'AL'))]).toEqual([true, false, false]);
  for (const role of ['TRANSLATOR', 'NGO_COORDINATOR', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'] as const) expect([role, mayReadLeg(LEG, acting(role, 'RS'))]).toEqual([role, false]);
  expect(mayReadLeg({ ...LEG, isShown: false }, acting('ASSISTANT'))).toBe(true);
});
