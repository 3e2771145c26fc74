/** Who may do what with missions and legs, as pure functions. */
import { expect, test } from 'vitest';
import type { Standing } from '../members/index.ts';
import { MissionStage } from './mission-stage.ts';
import { areLegsOpen, legAbilities, mayPlanMissions, missionAbilities } from './mission.policy.ts';

const acting = (role: Standing['role'], country: string | null = null): Standing[] => [{ role, country, organisation: null }];
const can = (stage: MissionStage, standings = acting('ADVISER')): string => Object.entries(missionAbilities({ stage }, standings)).filter(([, is]) => is).map(([name]) => name).join(' ');

test('what can be done with a mission follows from where it stands', () => {
  expect(Object.keys(MissionStage).map((stage) => [stage, can(stage as MissionStage)])).toEqual([
    ['IDEA', 'edit translate planLegs plan giveUp'], ['PLANNED', 'edit translate planLegs consultPosts giveUp'], ['CONSULTED', 'edit translate agree replan giveUp'], ['AGREED', 'edit translate replan giveUp'], ['REPORTED', 'translate'], ['CLOSED', ''], ['GIVEN_UP', 'translate'],
  ]);
});

test('nobody but the adviser and the team does anything with one, or with a leg', () => {
  for (const role of ['SCAC', 'SSI', 'TRANSLATOR', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'] as const) {
    expect([role, mayPlanMissions(acting(role, 'RS')), can('PLANNED', acting(role, 'RS')), legAbilities({ stage: 'PLANNED' }, acting(role, 'RS'))]).toEqual([role, false, '', { edit: false, plan: false }]);
  }
  expect([mayPlanMissions(acting('ASSISTANT')), mayPlanMissions([])]).toEqual([true, false]);
});

test('where and when a leg is can be changed until the posts are consulted', () => {
  expect(Object.keys(MissionStage).filter((stage) => areLegsOpen({ stage: stage as MissionStage }))).toEqual(['IDEA', 'PLANNED']);
  expect([legAbilities({ stage: 'PLANNED' }, acting('ADVISER')), legAbilities({ stage: 'CONSULTED' }, acting('ADVISER'))]).toEqual([{ edit: true, plan: true }, { edit: true, plan: false }]);
});
