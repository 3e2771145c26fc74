import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What a meeting is to whoever plans with it: when, where, with whom, what about and what it needs. */
export const MeetingFacts = graphql(`
  fragment MeetingFacts on Meeting {
    key
    day
    starts
    minutes
    status
    isDayOff
    overrideReason
    hostName
    placeName
    organisation {
      id
      name { ...LocalizedFields }
    }
    subject { ...LocalizedFields }
    windows {
      day
      fromTime
      untilTime
    }
    needs {
      kind
      atLeast
    }
    languages {
      atLeast
      language {
        id
        code
        name { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);
