/** The control of the rights: policies that say yes to everybody are found out for each mutation, once the rules of the tables are taken away too. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { type Right, RIGHTS } from './rights.ts';
import { signEverybodyIn } from './roles.ts';
import { doneOf, othersOf, titleOf, toldTo, withoutRules } from './trial.ts';
import { makeWorld } from './world.ts';

const { trying, yes } = vi.hoisted(() => {
  const trying = { isOn: false, isYes: false };
  const everywhere = { includes: () => true };
  const everything = { changeTo: everywhere, decide: everywhere, moveTo: everywhere };
  const may = (real: (...args: unknown[]) => unknown) => (...args: unknown[]) => trying.isYes || real(...args);
  /** Anything may be done, whatever it is called. */
  const able = (real: (...args: unknown[]) => object) => (...args: unknown[]) => (trying.isYes ? new Proxy(everything, { get: (target, name) => Reflect.get(target, name) ?? true }) : real(...args));
  /** Everybody acts as somebody. */
  const as = (real: (...args: unknown[]) => unknown) => (...args: unknown[]) => real(...args) ?? (trying.isYes ? 'ADVISER' : undefined);
  /** A policy of which every answer is yes, while that is wanted. */
  const yes = async (original: () => Promise<Record<string, never>>) =>
    Object.fromEntries(Object.entries(await original()).map(([name, value]) => [name, /^may[A-Z]/.test(name) ? may(value) : /[a-z]As$/.test(name) ? as(value) : /bilities(?:O[fn])?$/.test(name) ? able(value) : value]));
  return { trying, yes };
});
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./undoing.ts')).undoing((await original<{ transactAs: never }>()).transactAs, trying) }));
vi.mock('../../src/accounts/accounts.policy.ts', yes as never);
vi.mock('../../src/allowances/allowance.policy.ts', yes as never);
vi.mock('../../src/attendance/attendance.policy.ts', yes as never);
vi.mock('../../src/availability/availability.policy.ts', yes as never);
vi.mock('../../src/calendars/calendars.policy.ts', yes as never);
vi.mock('../../src/common-needs/common-need.policy.ts', yes as never);
vi.mock('../../src/cooperation-requests/request.policy.ts', yes as never);
vi.mock('../../src/costs/cost.policy.ts', yes as never);
vi.mock('../../src/evaluations/evaluation.policy.ts', yes as never);
vi.mock('../../src/expert-search/candidate.policy.ts', yes as never);
vi.mock('../../src/experts/expert.policy.ts', yes as never);
vi.mock('../../src/invitations/session-invitation.policy.ts', yes as never);
vi.mock('../../src/members/members.policy.ts', yes as never);
vi.mock('../../src/missions/mission.policy.ts', yes as never);
vi.mock('../../src/monitoring/monitoring.policy.ts', yes as never);
vi.mock('../../src/needs/need.policy.ts', yes as never);
vi.mock('../../src/photos/photo.policy.ts', yes as never);
vi.mock('../../src/papers/paper.policy.ts', yes as never);
vi.mock('../../src/plans/plan.policy.ts', yes as never);
vi.mock('../../src/practices/practice.policy.ts', yes as never);
vi.mock('../../src/projects/project.policy.ts', yes as never);
vi.mock('../../src/coordination/coordination.policy.ts', yes as never);
vi.mock('../../src/provisions/provisions.policy.ts', yes as never);
vi.mock('../../src/recommendation-import/import.policy.ts', yes as never);
vi.mock('../../src/recommendations/recommendation.policy.ts', yes as never);
vi.mock('../../src/registrations/registration.policy.ts', yes as never);
vi.mock('../../src/slots/slots.policy.ts', yes as never);
vi.mock('../../src/trainings/training.policy.ts', yes as never);
vi.mock('../../src/travel/travel.policy.ts', yes as never);
vi.mock('../../src/upkeep/upkeep.policy.ts', yes as never);

const server = testServer({ signInLimits: UNLIMITED });

/** What a function of the database or a view asks once more by itself, whatever the service says. */
const ASKED_IN_THE_DATABASE: readonly string[] = ['translateSession a draft', 'translateSession an announced one', 'translateQuestion', 'translateSessionPart', 'translateSessionDocument', 'registerMyself for an organisation', 'registerMyself for an authority', 'registerMyself for an organisation of several countries', 'mergeParticipants of an organisation', 'mergeParticipants of two countries', 'mergeParticipants who have an account each', 'separateParticipants', 'openEvaluation', 'makePaper of a leg', 'makePaper about somebody in the team', 'agreeMission', 'giveOpinion', 'noteOpinion', 'saveMissionMember', 'saveNeed one that is there', 'moveNeed to be looked into', 'moveNeed out of sight', 'withdrawCooperationRequest', 'giveRequestOpinion', 'decideCooperationRequest', 'closeCooperationRequest', 'publishNationalProvision', 'decideSheetProposal', 'confirmExpertPhoto', 'declineExpertPhoto', 'chooseExpertPhoto', 'bindExpert', 'unbindExpert', 'retryJob', 'giveUpJob'];

test('a policy that says yes to everybody is found out, whatever it is asked about', { timeout: 120_000 }, async () => {
  const headers = await signEverybodyIn(server());
  const world = await makeWorld(server(), headers);
  await withoutRules(server());
  trying.isOn = true;
  const foundOut = async (right: Right): Promise<boolean> => {
    for (const role of othersOf(right)) if ((await toldTo(role, server(), headers, world, right)) === doneOf(right)) return true;
    return false;
  };
  const unseen = async (): Promise<string[]> => {
    const rights: string[] = [];
    for (const right of RIGHTS) if (!(await foundOut(right))) rights.push(titleOf(right));
    return rights;
  };
  trying.isYes = true;
  expect(await unseen()).toEqual(ASKED_IN_THE_DATABASE);
});
