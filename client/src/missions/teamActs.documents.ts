import { graphql } from '../core/api/graphql.ts';
import { MissionAnswer } from './missionActs.documents.ts';

/** Adds somebody to the team of a mission, or changes as what and when they come. */
export const SaveMemberMutation = graphql(`
  mutation SaveMissionMember($mission: ID!, $key: UUID!, $version: Int!, $input: MissionMemberInput!) {
    saveMissionMember(mission: $mission, key: $key, version: $version, input: $input) { ...MissionAnswer }
  }
`, [MissionAnswer]);

/** Takes somebody out of the team of a mission. */
export const RemoveMemberMutation = graphql(`
  mutation RemoveMissionMember($mission: ID!, $key: UUID!, $version: Int!) {
    removeMissionMember(mission: $mission, key: $key, version: $version) { ...MissionAnswer }
  }
`, [MissionAnswer]);
