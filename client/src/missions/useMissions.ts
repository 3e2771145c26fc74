import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import type { Terms } from '../consultations/index.ts';
import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import {
  AgreeMissionMutation, CloseMissionMutation, ConsultPostsMutation, CreateMissionMutation, EditMissionMutation, GiveUpMissionMutation, PlanMissionMutation, RemoveLegMutation, ReplanMissionMutation, ReportMissionMutation, SaveLegMutation, TranslateLegMutation, TranslateMissionMutation,
} from './missionActs.documents.ts';
import { type LegFields, LegsQuery, MissionChoicesQuery, type MissionFields, MissionQuery, MissionsQuery } from './missions.documents.ts';
import type { LegPersonFields } from './team.documents.ts';

/** A mission as the adviser changes it. */
export type Mission = FragmentOf<typeof MissionFields>;
/** A leg of one. */
export type Leg = FragmentOf<typeof LegFields>;
/** Somebody who comes on a leg. */
export type LegPerson = FragmentOf<typeof LegPersonFields>;
/** What a mission is made of. */
export type Choices = ResultOf<typeof MissionChoicesQuery>;
/** A mission, or a leg, as it is sent. */
export type MissionInput = VariablesOf<typeof CreateMissionMutation>['input'];
export type LegInput = VariablesOf<typeof SaveLegMutation>['input'];
export type Sent = ResultOf<typeof EditMissionMutation>['editMission'];
export type MissionOutcome = Sent['outcome'];
/** What is wrong with a field. */
export type MissionFault = Sent['faults'][number];
export type MissionAnswer = PreparingAnswer<Mission, MissionFault>;

/** A page of missions; asked anew by each visit. */
export function useMissionList(variables: () => VariablesOf<typeof MissionsQuery>): Answer<ResultOf<typeof MissionsQuery>> {
  return useAnswer(MissionsQuery, variables, 'network-only');
}

/** A mission; asked anew by each visit: others change it too. */
export function useMission(id: () => string): Answer<ResultOf<typeof MissionQuery>> {
  return useAnswer(MissionQuery, () => ({ id: id() }), 'network-only');
}

/** What a mission is made of, and whether who asks makes any; asked anew by each visit: roles change. */
export function useMissionChoices(): Answer<Choices> {
  return useAnswer(MissionChoicesQuery, () => ({}), 'network-only');
}

/** A page of the legs that somebody sees; asked anew by each visit. */
export function useLegs(variables: () => VariablesOf<typeof LegsQuery>): Answer<ResultOf<typeof LegsQuery>> {
  return useAnswer(LegsQuery, variables, 'network-only');
}

export const answered = (sent: Sent | undefined): MissionAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.mission };

type AnyAct = Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>;

/** What is done by some mutations, as forms and lists use it. */
export function doing<Arguments extends unknown[]>(acts: readonly AnyAct[], perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, MissionAnswer> {
  return {
    perform: async (...given) => answered(await perform(...given)),
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}

/** Saves a mission that was read at a version; one without an id is made, once under its key. */
export function useSaveMission(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: MissionInput], MissionAnswer> {
  const [create, edit] = [useAct(CreateMissionMutation), useAct(EditMissionMutation)];
  return doing([create, edit], async (id, { key, version }, input) => (id === '' ? (await create.act({ key, input }))?.createMission : (await edit.act({ id, version, input }))?.editMission));
}

/** Says a mission in another language. */
export function useTranslateMission(): Doing<[of: Pick<Mission, 'id' | 'version'>, texts: VariablesOf<typeof TranslateMissionMutation>['texts']], MissionAnswer> {
  const translate = useAct(TranslateMissionMutation);
  return doing([translate], async ({ id, version }, texts) => (await translate.act({ id, version, texts }))?.translateMission);
}

/** What is decided about a mission without a word. */
export type MissionStep = 'plan' | 'consultPosts' | 'agree' | 'replan' | 'report' | 'close';

/** Takes a mission, as it was read, a step further; `terms`: how posts are consulted. */
export function useMissionSteps(): Doing<[step: MissionStep, of: Pick<Mission, 'id' | 'version'>, terms: Terms], MissionAnswer> {
  const [plan, consult, agree, replan, report, close] = [useAct(PlanMissionMutation), useAct(ConsultPostsMutation), useAct(AgreeMissionMutation), useAct(ReplanMissionMutation), useAct(ReportMissionMutation), useAct(CloseMissionMutation)];
  return doing([plan, consult, agree, replan, report, close], (step, { id, version }, terms) => ({
    plan: async () => (await plan.act({ id, version }))?.planMission,
    consultPosts: async () => (await consult.act({ id, version, ...terms }))?.consultPosts,
    agree: async () => (await agree.act({ id, version }))?.agreeMission,
    replan: async () => (await replan.act({ id, version }))?.replanMission,
    report: async () => (await report.act({ id, version }))?.reportMission,
    close: async () => (await close.act({ id, version }))?.closeMission,
  })[step]());
}

/** Gives a mission, as it was read, up, for reasons by their language. */
export function useGiveUpMission(): Doing<[of: Pick<Mission, 'id' | 'version'>, reasons: VariablesOf<typeof GiveUpMissionMutation>['reasons']], MissionAnswer> {
  const giveUp = useAct(GiveUpMissionMutation);
  return doing([giveUp], async ({ id, version }, reasons) => (await giveUp.act({ id, version, reasons }))?.giveUpMission);
}

/** Saves a leg that was read at a version; 0 for a new one. */
export function useSaveLeg(): Doing<[mission: string, of: { readonly key: string; readonly version: number }, input: LegInput], MissionAnswer> {
  const save = useAct(SaveLegMutation);
  return doing([save], async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveMissionLeg);
}

/** Says a leg in another language. */
export function useTranslateLeg(): Doing<[mission: string, of: Pick<Leg, 'id' | 'version'>, texts: VariablesOf<typeof TranslateLegMutation>['texts']], MissionAnswer> {
  const translate = useAct(TranslateLegMutation);
  return doing([translate], async (mission, { id, version }, texts) => (await translate.act({ mission, id, version, texts }))?.translateMissionLeg);
}

/** Takes a leg, as it was read, away. */
export function useRemoveLeg(): Doing<[mission: string, of: Pick<Leg, 'id' | 'version'>], MissionAnswer> {
  const remove = useAct(RemoveLegMutation);
  return doing([remove], async (mission, { id, version }) => (await remove.act({ mission, id, version }))?.removeMissionLeg);
}
