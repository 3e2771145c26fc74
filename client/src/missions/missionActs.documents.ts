import { graphql } from '../core/api/graphql.ts';
import { MissionFields } from './missions.documents.ts';

/** What comes of each change: the mission as it is now. */
export const MissionAnswer = graphql(`
  fragment MissionAnswer on MissionPayload {
    outcome
    faults {
      field
      fault
      maximum
      leg
      lacking
    }
    mission { ...MissionFields }
  }
`, [MissionFields]);

/** Makes a mission. */
export const CreateMissionMutation = graphql(`
  mutation CreateMission($key: UUID!, $input: MissionInput!) {
    createMission(key: $key, input: $input) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Changes what is said of a mission. */
export const EditMissionMutation = graphql(`
  mutation EditMission($id: ID!, $version: Int!, $input: MissionInput!) {
    editMission(id: $id, version: $version, input: $input) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Says a mission in another language. */
export const TranslateMissionMutation = graphql(`
  mutation TranslateMission($id: ID!, $version: Int!, $texts: MissionTextsInput!) {
    translateMission(id: $id, version: $version, texts: $texts) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Plans a mission that was an idea. */
export const PlanMissionMutation = graphql(`
  mutation PlanMission($id: ID!, $version: Int!) {
    planMission(id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Has the posts consulted: each sees the legs in its country. */
export const ConsultPostsMutation = graphql(`
  mutation ConsultPosts($id: ID!, $version: Int!, $days: Int!, $silenceAgrees: Boolean!) {
    consultPosts(id: $id, version: $version, days: $days, silenceAgrees: $silenceAgrees) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Has a mission agreed. */
export const AgreeMissionMutation = graphql(`
  mutation AgreeMission($id: ID!, $version: Int!) {
    agreeMission(id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Plans a mission anew. */
export const ReplanMissionMutation = graphql(`
  mutation ReplanMission($id: ID!, $version: Int!) {
    replanMission(id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Has a mission that is over reported on. */
export const ReportMissionMutation = graphql(`
  mutation ReportMission($id: ID!, $version: Int!) {
    reportMission(id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Closes it. */
export const CloseMissionMutation = graphql(`
  mutation CloseMission($id: ID!, $version: Int!) {
    closeMission(id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Gives a mission up. */
export const GiveUpMissionMutation = graphql(`
  mutation GiveUpMission($id: ID!, $version: Int!, $reasons: [LocaleTextInput!]!) {
    giveUpMission(id: $id, version: $version, reasons: $reasons) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Adds a leg, or changes it. */
export const SaveLegMutation = graphql(`
  mutation SaveMissionLeg($mission: ID!, $key: UUID!, $version: Int!, $input: MissionLegInput!) {
    saveMissionLeg(mission: $mission, key: $key, version: $version, input: $input) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Says a leg in another language. */
export const TranslateLegMutation = graphql(`
  mutation TranslateMissionLeg($mission: ID!, $id: ID!, $version: Int!, $texts: MissionLegTextsInput!) {
    translateMissionLeg(mission: $mission, id: $id, version: $version, texts: $texts) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Takes a leg away. */
export const RemoveLegMutation = graphql(`
  mutation RemoveMissionLeg($mission: ID!, $id: ID!, $version: Int!) {
    removeMissionLeg(mission: $mission, id: $id, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);
