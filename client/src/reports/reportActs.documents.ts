import { graphql } from '../core/api/graphql.ts';
import { ReportedFields } from './reports.documents.ts';

/** What comes of each change: the mission with its report as it is now. */
export const ReportAnswer = graphql(`
  fragment ReportAnswer on MissionPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    mission { ...ReportedFields }
  }
`, [ReportedFields]);

/** Writes the report of a mission. */
export const SaveReportMutation = graphql(`
  mutation SaveMissionReport($id: ID!, $version: Int!, $input: MissionReportInput!) {
    saveMissionReport(id: $id, version: $version, input: $input) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Says it in another language. */
export const TranslateReportMutation = graphql(`
  mutation TranslateMissionReport($id: ID!, $version: Int!, $texts: MissionReportTextsInput!) {
    translateMissionReport(id: $id, version: $version, texts: $texts) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Adds a finding, or changes it. */
export const SaveFindingMutation = graphql(`
  mutation SaveFinding($mission: ID!, $key: UUID!, $version: Int!, $input: FindingInput!) {
    saveFinding(mission: $mission, key: $key, version: $version, input: $input) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Takes one away. */
export const RemoveFindingMutation = graphql(`
  mutation RemoveFinding($mission: ID!, $key: UUID!, $version: Int!) {
    removeFinding(mission: $mission, key: $key, version: $version) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Says until when one is to be followed up, and on which day it was. */
export const FollowFindingMutation = graphql(`
  mutation FollowFinding($mission: ID!, $key: UUID!, $version: Int!, $input: FindingFollowUpInput!) {
    followFinding(mission: $mission, key: $key, version: $version, input: $input) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Publishes parts of a report. */
export const PublishMutation = graphql(`
  mutation PublishMission($id: ID!, $version: Int!, $input: MissionPublicationInput!) {
    publishMission(id: $id, version: $version, input: $input) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Withdraws them. */
export const WithdrawMutation = graphql(`
  mutation WithdrawMissionPublication($id: ID!) {
    withdrawMissionPublication(id: $id) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Says how an expert was found. */
export const SaveAppraisalMutation = graphql(`
  mutation SaveAppraisal($mission: ID!, $expert: ID!, $version: Int!, $input: AppraisalInput!) {
    saveAppraisal(mission: $mission, expert: $expert, version: $version, input: $input) { ...ReportAnswer }
  }
`, [ReportAnswer]);

/** Takes that back. */
export const RemoveAppraisalMutation = graphql(`
  mutation RemoveAppraisal($mission: ID!, $expert: ID!, $version: Int!) {
    removeAppraisal(mission: $mission, expert: $expert, version: $version) { ...ReportAnswer }
  }
`, [ReportAnswer]);
