import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { TowardsFields } from '../preparing/choices.documents.ts';
import { SlotOfferFields } from '../slots/offer.documents.ts';
import { MeetingFacts } from './facts.documents.ts';

/** A meeting, as it is prepared. */
const MeetingFields = graphql(`
  fragment MeetingFields on Meeting {
    ...MeetingFacts
    version
    category
    isMandatory
    isOnlyAdviser
    placeAddress
    isPlaceSecret
    note { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      subject
      note
    }
    recommendations { ...TowardsFields }
    precedes {
      afterKey
      gapMinutes
    }
    people {
      memberKey
      name
      kind
      isSubstitute
      inPlaceOf
      inPlaceOfKey
      isEngagedElsewhere
      isAway
      languages {
        level
        language {
          id
          code
          name { ...LocalizedFields }
        }
      }
    }
    slotOffer { ...SlotOfferFields }
  }
`, [LocalizedFields, MeetingFacts, SlotOfferFields, TowardsFields]);

/** A leg with its meetings, and whom one can name to go. */
export const LegMeetingsFields = graphql(`
  fragment LegMeetingsFields on MissionLeg {
    id
    isDemonstration
    startsOn
    endsOn
    country {
      id
      code
    }
    city {
      id
      name { ...LocalizedFields }
    }
    can {
      edit
      prepare
    }
    people {
      memberKey
      name
      kind
      languages {
        level
        language {
          id
          code
          name { ...LocalizedFields }
        }
      }
    }
    meetings { ...MeetingFields }
  }
`, [LocalizedFields, MeetingFields]);

/** The meetings of a leg. */
export const LegMeetingsQuery = graphql(`
  query LegMeetings($id: ID!) {
    missionLeg(id: $id) { ...LegMeetingsFields }
  }
`, [LegMeetingsFields]);

/** What a meeting is made of. */
export const MeetingChoicesQuery = graphql(`
  query MeetingChoices($country: CountryCode!) {
    languages {
      id
      code
      name { ...LocalizedFields }
    }
    here: organisations(first: 100, filter: { country: $country }, sort: NAME) {
      nodes {
        id
        isDemonstration
        name { ...LocalizedFields }
        office { isProtected }
      }
    }
    international: organisations(first: 100, filter: { kinds: [INTERNATIONAL] }, sort: NAME) {
      nodes {
        id
        isDemonstration
        country { id }
        name { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);

const MeetingAnswer = graphql(`
  fragment MeetingAnswer on MeetingPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    leg { ...LegMeetingsFields }
  }
`, [LegMeetingsFields]);

/** Adds a meeting, or changes it. */
export const SaveMeetingMutation = graphql(`
  mutation SaveMeeting($leg: ID!, $key: UUID!, $version: Int!, $input: MeetingInput!) {
    saveMeeting(leg: $leg, key: $key, version: $version, input: $input) { ...MeetingAnswer }
  }
`, [MeetingAnswer]);

/** Says a meeting in another language. */
export const TranslateMeetingMutation = graphql(`
  mutation TranslateMeeting($leg: ID!, $key: UUID!, $version: Int!, $texts: MeetingTextsInput!) {
    translateMeeting(leg: $leg, key: $key, version: $version, texts: $texts) { ...MeetingAnswer }
  }
`, [MeetingAnswer]);

/** Names who goes. */
export const NameMeetingPeopleMutation = graphql(`
  mutation NameMeetingPeople($leg: ID!, $key: UUID!, $version: Int!, $people: [MeetingPersonInput!]!) {
    nameMeetingPeople(leg: $leg, key: $key, version: $version, people: $people) { ...MeetingAnswer }
  }
`, [MeetingAnswer]);

/** Removes a meeting. */
export const RemoveMeetingMutation = graphql(`
  mutation RemoveMeeting($leg: ID!, $key: UUID!, $version: Int!) {
    removeMeeting(leg: $leg, key: $key, version: $version) { ...MeetingAnswer }
  }
`, [MeetingAnswer]);
