import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A mission for which a clearance counts. */
export const ClearedMissionFields = graphql(`
  fragment ClearedMission on Mission {
    id
    startsOn
    endsOn
    title { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** Those that are being prepared, the last to begin first. */
export const ClearedMissionsQuery = graphql(`
  query ClearedMissions {
    missions(filter: { states: [IDEA, PLANNED, CONSULTED, AGREED, UNDER_WAY] }, sort: LATEST, first: 100) {
      nodes { ...ClearedMission }
    }
  }
`, [ClearedMissionFields]);

/** An expert with their clearances; without a sheet for whom they are not. */
export const ClearancesFields = graphql(`
  fragment ClearancesFields on Expert {
    id
    name
    profession {
      id
      name { ...LocalizedFields }
    }
    sheet {
      can { clear }
      clearances {
        id
        version
        fromOn
        untilOn
        givenBy
        givenOn
        remark
        locale
        isForMission
        mission { ...ClearedMission }
        file {
          kind
          size
          check
          checkedAt
        }
      }
    }
  }
`, [LocalizedFields, ClearedMissionFields]);

/** The same, asked for. */
export const ClearancesQuery = graphql(`
  query ExpertClearances($id: ID!) {
    expert(id: $id) { ...ClearancesFields }
  }
`, [ClearancesFields]);

/** Enters a clearance, or changes it. */
export const SaveClearanceMutation = graphql(`
  mutation SaveClearance($expert: ID!, $key: UUID!, $version: Int!, $input: ClearanceInput!) {
    saveClearance(expert: $expert, key: $key, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
      }
      expert { ...ClearancesFields }
    }
  }
`, [ClearancesFields]);

/** Removes a clearance, with its document. */
export const RemoveClearanceMutation = graphql(`
  mutation RemoveClearance($id: ID!, $version: Int!) {
    removeClearance(id: $id, version: $version) {
      outcome
    }
  }
`);

/** Removes the document of a clearance. */
export const RemoveClearanceFileMutation = graphql(`
  mutation RemoveClearanceFile($id: ID!, $version: Int!) {
    removeClearanceFile(id: $id, version: $version) {
      outcome
    }
  }
`);
