/** Reporting on missions, publishing what came of them, and saying how experts were found, as mutations. */
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { MissionPayload, ofMission } from '../missions/index.ts';
import { removeAppraisal, saveAppraisal } from './appraisals.service.ts';
import { removeFinding, saveFinding } from './findings.service.ts';
import { followFinding } from './follow-findings.service.ts';
import { publishMission, withdrawMissionPublication } from './publication.service.ts';
import { AppraisalInput, FindingFollowUpInput, FindingInput, MissionPublicationInput, MissionReportInput, MissionReportTextsInput } from './report-input.type.ts';
import { saveMissionReport, translateMissionReport } from './report.service.ts';

const idArgument = { description: 'The id of the mission.' };
const keyArgument = { description: 'The key of the finding; of a new one, one that you have drawn at random (UUID version 4).' };
const expertArgument = { description: 'The id of the expert.' };
const missionVersion = { description: 'The `version` of the mission that you have read.' };

const lower = (keys: readonly string[]): string[] => keys.map((key) => key.toLowerCase());
const keyed = <T extends { readonly key: string }>(texts: readonly T[]): T[] => texts.map((one) => ({ ...one, key: one.key.toLowerCase() }));
const expertKey = (id: string): string => keyOfId('Expert', id, 'uuid');

@Resolver()
export class ReportsResolver {
  @Mutation(() => MissionPayload, { description: 'Writes the report of a mission that is over.' })
  saveMissionReport(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, { description: 'The `version` of the report that you have read; 0 where there was none.' }) version: number,
    @Arg('input', () => MissionReportInput, { description: 'The report, whole.' }) input: MissionReportInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, id, (em, which) => saveMissionReport(em, which, { version, sent: { ...input, results: keyed(input.results) } }));
  }

  @Mutation(() => MissionPayload, { description: 'Says the report of a mission in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateMissionReport(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, missionVersion) version: number, @Arg('texts', () => MissionReportTextsInput, { description: 'The texts.' }) texts: MissionReportTextsInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, id, (em, which) => translateMissionReport(em, which, { version, texts: { ...texts, results: keyed(texts.results), findings: keyed(texts.findings) } }));
  }

  @Mutation(() => MissionPayload, { description: 'Writes something that a mission has found, or changes it.' })
  saveFinding(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the finding that you have read; 0 for a new one.' }) version: number, @Arg('input', () => FindingInput, { description: 'The finding, whole.' }) input: FindingInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    const sent = { ...input, leg: input.leg?.toLowerCase() ?? null, theme: input.theme ?? null, recommendations: input.recommendations.map((id) => keyOfId('Recommendation', id, 'text')), needs: input.needs?.map((id) => keyOfId('Need', id, 'uuid')) };
    return ofMission(context, mission, (em, which) => saveFinding(em, { ...which, key: key.toLowerCase() }, { version, sent }));
  }

  @Mutation(() => MissionPayload, { description: 'Takes something away that a mission has found. What is published of it stays until that is decided anew.' })
  removeFinding(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, { description: 'The `version` of the finding that you have read.' }) version: number, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => removeFinding(em, { ...which, key: key.toLowerCase() }, version));
  }

  @Mutation(() => MissionPayload, { description: 'Says until when what a mission has found is to be followed up, and on which day that was done: also once the mission is closed.' })
  followFinding(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'The key of the finding.' }) key: string, @Arg('version', () => Int, { description: 'The `version` of the finding that you have read.' }) version: number,
    @Arg('input', () => FindingFollowUpInput, { description: 'Both days.' }) input: FindingFollowUpInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => followFinding(em, { ...which, key: key.toLowerCase() }, { version, sent: { dueOn: input.dueOn ?? null, doneOn: input.doneOn ?? null } }));
  }

  @Mutation(() => MissionPayload, { description: 'Publishes parts of the report of a mission, for everybody, in place of what was published of it before. `faults` say what cannot be published.' })
  publishMission(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, missionVersion) version: number, @Arg('input', () => MissionPublicationInput, { description: 'What of it is published.' }) input: MissionPublicationInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, id, (em, which) => publishMission(em, which, { version, choice: { ...input, results: lower(input.results), findings: lower(input.findings) } }));
  }

  @Mutation(() => MissionPayload, { description: 'Withdraws what is published of a mission, at once.' })
  withdrawMissionPublication(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<MissionPayload> {
    return ofMission(context, id, withdrawMissionPublication);
  }

  @Mutation(() => MissionPayload, { description: 'Says how an expert who was there was found on a mission. The expert finds it in the file of their own data.' })
  saveAppraisal(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('expert', () => ID, expertArgument) expert: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 where nothing was said.' }) version: number,
    @Arg('input', () => AppraisalInput, { description: 'How they were found.' }) input: AppraisalInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => saveAppraisal(em, { ...which, expert: expertKey(expert) }, { version, sent: input }));
  }

  @Mutation(() => MissionPayload, { description: 'Takes back how an expert was found on a mission.' })
  removeAppraisal(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('expert', () => ID, expertArgument) expert: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => removeAppraisal(em, { ...which, expert: expertKey(expert) }, version));
  }
}
