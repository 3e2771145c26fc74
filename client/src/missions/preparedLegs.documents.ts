import { graphql } from '../core/api/graphql.ts';
import { LegFields } from './missions.documents.ts';
import { LegPersonFields } from './team.documents.ts';

/** A leg as it is prepared, by its post or by the adviser, with who comes. */
export const PreparedLegFields = graphql(`
  fragment PreparedLegFields on MissionLeg {
    ...LegFields
    contacts {
      key
      version
      name
      function
      organisation
      email
      phone
    }
    people { ...LegPersonFields }
  }
`, [LegFields, LegPersonFields]);

/** A leg; of one that was shown to one's post and is not any more, that it was withdrawn. */
export const LegQuery = graphql(`
  query MissionLeg($id: ID!) {
    missionLeg(id: $id) { ...PreparedLegFields }
    withdrawnLeg(id: $id) { withdrawnOn }
  }
`, [PreparedLegFields]);

/** What comes of each change: the leg as it is now. */
const LegAnswer = graphql(`
  fragment LegAnswer on MissionLegPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    leg { ...PreparedLegFields }
  }
`, [PreparedLegFields]);

/** Changes what is said of a leg. */
export const PrepareLegMutation = graphql(`
  mutation PrepareMissionLeg($id: ID!, $version: Int!, $input: PreparedLegInput!) {
    prepareMissionLeg(id: $id, version: $version, input: $input) { ...LegAnswer }
  }
`, [LegAnswer]);

/** Says a leg in another language. */
export const TranslatePreparedLegMutation = graphql(`
  mutation TranslatePreparedLeg($id: ID!, $version: Int!, $texts: MissionLegTextsInput!) {
    translatePreparedLeg(id: $id, version: $version, texts: $texts) { ...LegAnswer }
  }
`, [LegAnswer]);

/** Adds a contact, or changes it. */
export const SaveLegContactMutation = graphql(`
  mutation SaveLegContact($leg: ID!, $key: UUID!, $version: Int!, $input: LegContactInput!) {
    saveLegContact(leg: $leg, key: $key, version: $version, input: $input) { ...LegAnswer }
  }
`, [LegAnswer]);

/** Removes a contact. */
export const RemoveLegContactMutation = graphql(`
  mutation RemoveLegContact($leg: ID!, $key: UUID!, $version: Int!) {
    removeLegContact(leg: $leg, key: $key, version: $version) { ...LegAnswer }
  }
`, [LegAnswer]);
