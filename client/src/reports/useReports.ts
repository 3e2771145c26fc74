import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { FollowFindingMutation, PublishMutation, RemoveAppraisalMutation, RemoveFindingMutation, SaveAppraisalMutation, SaveFindingMutation, SaveReportMutation, TranslateReportMutation, WithdrawMutation } from './reportActs.documents.ts';
import { DueFindingsQuery, PublicationQuery, PublicationsQuery, RecommendationFindingsQuery, type ReportedFields, ReportQuery, SheetAppraisalsQuery } from './reports.documents.ts';

/** A mission with its report. */
export type Reported = FragmentOf<typeof ReportedFields>;
export type Finding = Reported['findings'][number];
export type Outcome = NonNullable<Reported['objectives'][number]['result']>['outcome'];
export type Themes = ResultOf<typeof ReportQuery>['themes'];
type Sent = ResultOf<typeof SaveReportMutation>['saveMissionReport'];
/** What is wrong with a field. */
export type ReportFault = Sent['faults'][number];
export type ReportAnswer = PreparingAnswer<Reported, ReportFault>;
/** What is sent. */
export type ReportInput = VariablesOf<typeof SaveReportMutation>['input'];
export type FindingInput = VariablesOf<typeof SaveFindingMutation>['input'];
export type FollowUpInput = VariablesOf<typeof FollowFindingMutation>['input'];
/** A finding as it stands beside something else. */
export type Found = ResultOf<typeof DueFindingsQuery>['dueFindings'][number];
export type AppraisalInput = VariablesOf<typeof SaveAppraisalMutation>['input'];
export type PublicationInput = VariablesOf<typeof PublishMutation>['input'];
type ReportTexts = VariablesOf<typeof TranslateReportMutation>['texts'];

/** A mission with its report; asked anew by each visit: others change it too. */
export function useReport(id: () => string): Answer<ResultOf<typeof ReportQuery>> {
  return useAnswer(ReportQuery, () => ({ id: id() }), 'network-only');
}

/** A page of what is published of missions; asked anew by each visit: it can be withdrawn. */
export function usePublications(variables: () => VariablesOf<typeof PublicationsQuery>): Answer<ResultOf<typeof PublicationsQuery>> {
  return useAnswer(PublicationsQuery, variables, 'network-only');
}

/** What is published of one; the same. */
export function usePublication(id: () => string): Answer<ResultOf<typeof PublicationQuery>> {
  return useAnswer(PublicationQuery, () => ({ id: id() }), 'network-only');
}

/** What missions have found that bears on a recommendation: nothing for others than the adviser. */
export function useRecommendationFindings(id: () => string): Answer<ResultOf<typeof RecommendationFindingsQuery>> {
  return useAnswer(RecommendationFindingsQuery, () => ({ id: id() }), 'network-only');
}

/** What missions have found that is still to be followed up, the first due first; the same. */
export function useDueFindings(): Answer<ResultOf<typeof DueFindingsQuery>> {
  return useAnswer(DueFindingsQuery, () => ({}), 'network-only');
}

/** How an expert was found on missions: nothing for others than the adviser. */
export function useSheetAppraisals(id: () => string): Answer<ResultOf<typeof SheetAppraisalsQuery>> {
  return useAnswer(SheetAppraisalsQuery, () => ({ id: id() }), 'network-only');
}

/** What is done by a mutation, as forms and lists use it. */
function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, ReportAnswer> {
  return {
    perform: async (...given) => {
      const sent = await perform(...given);
      return sent && { outcome: sent.outcome, faults: sent.faults, session: sent.mission };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Saves a report that was read at a version; 0 where there was none. */
export function useSaveReport(): Doing<[id: string, of: { readonly version: number }, input: ReportInput], ReportAnswer> {
  const save = useAct(SaveReportMutation);
  return doing(save, async (id, { version }, input) => (await save.act({ id, version, input }))?.saveMissionReport);
}

/** Says it in another language. */
export function useTranslateReport(): Doing<[of: Pick<Reported, 'id' | 'version'>, texts: ReportTexts], ReportAnswer> {
  const translate = useAct(TranslateReportMutation);
  return doing(translate, async ({ id, version }, texts) => (await translate.act({ id, version, texts }))?.translateMissionReport);
}

/** Saves a finding that was read at a version; 0 for a new one. */
export function useSaveFinding(): Doing<[mission: string, of: { readonly key: string; readonly version: number }, input: FindingInput], ReportAnswer> {
  const save = useAct(SaveFindingMutation);
  return doing(save, async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveFinding);
}

/** Takes a finding, as it was read, away. */
export function useRemoveFinding(): Doing<[mission: string, of: Pick<Finding, 'key' | 'version'>], ReportAnswer> {
  const remove = useAct(RemoveFindingMutation);
  return doing(remove, async (mission, { key, version }) => (await remove.act({ mission, key, version }))?.removeFinding);
}

/** Says until when a finding, as it was read, is to be followed up, and on which day it was. */
export function useFollowFinding(): Doing<[mission: string, of: { readonly key: string; readonly version: number }, input: FollowUpInput], ReportAnswer> {
  const follow = useAct(FollowFindingMutation);
  return doing(follow, async (mission, { key, version }, input) => (await follow.act({ mission, key, version, input }))?.followFinding);
}

/** Publishes parts of the report of a mission as it was read. */
export function usePublish(): Doing<[of: Pick<Reported, 'id' | 'version'>, input: PublicationInput], ReportAnswer> {
  const publish = useAct(PublishMutation);
  return doing(publish, async ({ id, version }, input) => (await publish.act({ id, version, input }))?.publishMission);
}

/** Withdraws what is published. */
export function useWithdraw(): Doing<[id: string], ReportAnswer> {
  const withdraw = useAct(WithdrawMutation);
  return doing(withdraw, async (id) => (await withdraw.act({ id }))?.withdrawMissionPublication);
}

/** Says how an expert was found, by the key of the expert; read at a version. */
export function useSaveAppraisal(): Doing<[mission: string, of: { readonly key: string; readonly version: number }, input: AppraisalInput], ReportAnswer> {
  const save = useAct(SaveAppraisalMutation);
  return doing(save, async (mission, { key, version }, input) => (await save.act({ mission, expert: `Expert_${key}`, version, input }))?.saveAppraisal);
}

/** Takes that back. */
export function useRemoveAppraisal(): Doing<[mission: string, of: { readonly expertKey: string; readonly version: number }], ReportAnswer> {
  const remove = useAct(RemoveAppraisalMutation);
  return doing(remove, async (mission, { expertKey, version }) => (await remove.act({ mission, expert: `Expert_${expertKey}`, version }))?.removeAppraisal);
}
