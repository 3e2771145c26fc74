import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A meeting in short, as it stands in a programme. */
const MeetingLine = graphql(`
  fragment MeetingLine on Meeting {
    key
    day
    starts
    minutes
    status
    hostName
    organisation {
      id
      name { ...LocalizedFields }
    }
    subject { ...LocalizedFields }
    placeName
    placeAddress
    people {
      name
      kind
      isSubstitute
    }
  }
`, [LocalizedFields]);

/** The programme of a leg, in short. */
export const LegProgrammeQuery = graphql(`
  query LegProgramme($id: ID!) {
    missionLeg(id: $id) {
      id
      meetings { ...MeetingLine }
    }
  }
`, [MeetingLine]);
