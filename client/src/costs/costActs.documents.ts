import { graphql } from '../core/api/graphql.ts';
import { CostsFields } from './costs.documents.ts';

/** What comes of each change: the mission as it is now. */
const CostAnswer = graphql(`
  fragment CostAnswer on MissionCostPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    mission { ...CostsFields }
  }
`, [CostsFields]);

/** Adds a line to the costs of a mission, or changes one that was typed. */
export const SaveCostMutation = graphql(`
  mutation SaveMissionCost($mission: ID!, $key: UUID!, $version: Int!, $input: MissionCostInput!) {
    saveMissionCost(mission: $mission, key: $key, version: $version, input: $input) { ...CostAnswer }
  }
`, [CostAnswer]);

/** Says what a line came to. */
export const NoteActualMutation = graphql(`
  mutation NoteActualCost($mission: ID!, $key: UUID!, $version: Int!, $actualCents: Int) {
    noteActualCost(mission: $mission, key: $key, version: $version, actualCents: $actualCents) { ...CostAnswer }
  }
`, [CostAnswer]);

/** Removes a line that was typed. */
export const RemoveCostMutation = graphql(`
  mutation RemoveMissionCost($mission: ID!, $key: UUID!, $version: Int!) {
    removeMissionCost(mission: $mission, key: $key, version: $version) { ...CostAnswer }
  }
`, [CostAnswer]);

/** Adds a journey to a mission, or changes it. */
export const SaveTravelMutation = graphql(`
  mutation SaveMissionTravel($mission: ID!, $key: UUID!, $version: Int!, $input: MissionTravelInput!) {
    saveMissionTravel(mission: $mission, key: $key, version: $version, input: $input) { ...CostAnswer }
  }
`, [CostAnswer]);

/** Takes a journey away. */
export const RemoveTravelMutation = graphql(`
  mutation RemoveMissionTravel($mission: ID!, $key: UUID!, $version: Int!) {
    removeMissionTravel(mission: $mission, key: $key, version: $version) { ...CostAnswer }
  }
`, [CostAnswer]);
