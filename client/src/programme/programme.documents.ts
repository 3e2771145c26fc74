import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A part as whoever prepares it changes it: in every language. */
const PreparedPartFields = graphql(`
  fragment PreparedPartFields on SessionPart {
    id
    version
    day
    starts
    ends
    date
    format
    room
    title { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
    }
    trainers {
      id
    }
  }
`, [LocalizedFields]);

/** The programme of a session as whoever prepares it changes it. */
export const ProgrammeFields = graphql(`
  fragment ProgrammeFields on TrainingSession {
    id
    title { ...LocalizedFields }
    can {
      edit
      translate
    }
    startsAt
    endsAt
    timeZone
    country {
      id
      code
    }
    format
    trainers {
      id
      name
      profession {
        id
        name { ...LocalizedFields }
      }
    }
    parts { ...PreparedPartFields }
  }
`, [LocalizedFields, PreparedPartFields]);

/** The programme of a session. */
export const ProgrammeQuery = graphql(`
  query PreparedProgramme($id: ID!) {
    trainingSession(id: $id) { ...ProgrammeFields }
  }
`, [ProgrammeFields]);

/** What comes of each change: the programme as it is now. */
const PartAnswer = graphql(`
  fragment PartAnswer on SessionPartPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    session { ...ProgrammeFields }
  }
`, [ProgrammeFields]);

/** Adds a part, or changes it. */
export const SavePartMutation = graphql(`
  mutation SaveSessionPart($session: ID!, $key: UUID!, $version: Int!, $input: SessionPartInput!) {
    saveSessionPart(session: $session, key: $key, version: $version, input: $input) { ...PartAnswer }
  }
`, [PartAnswer]);

/** Says a part in another language. */
export const TranslatePartMutation = graphql(`
  mutation TranslateSessionPart($session: ID!, $id: ID!, $version: Int!, $texts: SessionPartTextsInput!) {
    translateSessionPart(session: $session, id: $id, version: $version, texts: $texts) { ...PartAnswer }
  }
`, [PartAnswer]);

/** Moves a part to another place of its day. */
export const MovePartMutation = graphql(`
  mutation MoveSessionPart($session: ID!, $id: ID!, $position: Int!) {
    moveSessionPart(session: $session, id: $id, position: $position) { ...PartAnswer }
  }
`, [PartAnswer]);

/** Takes a part away. */
export const RemovePartMutation = graphql(`
  mutation RemoveSessionPart($session: ID!, $id: ID!) {
    removeSessionPart(session: $session, id: $id) { ...PartAnswer }
  }
`, [PartAnswer]);
