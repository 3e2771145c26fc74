import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A call for availability with what is asked by it, as the adviser changes it. */
export const CallFields = graphql(`
  fragment CallFields on AvailabilityCall {
    id
    version
    state
    isDemonstration
    fromOn
    untilOn
    answersUntil
    remindsOn
    asked
    answered
    title { ...LocalizedFields }
    note { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      note
    }
    requests {
      id
      askedAt
      remindedAt
      remindsAt
      answeredAt
      answers
      remark
      remarkLocale
      substitute
      canBeAsked
      canBeReminded
      expert {
        id
        sheet { name }
      }
    }
    can {
      edit
      ask
      close
    }
  }
`, [LocalizedFields]);

/** A page of calls, and whether who asks makes any. */
export const CallsQuery = graphql(`
  query AvailabilityCalls($first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can { askExperts }
    }
    availabilityCalls(sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        state
        isDemonstration
        fromOn
        untilOn
        asked
        answered
        title { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields, PageFields]);

/** A call by its id. */
export const CallQuery = graphql(`
  query AvailabilityCall($id: ID!) {
    availabilityCall(id: $id) { ...CallFields }
  }
`, [CallFields]);

/** Whether who asks makes calls. */
export const MayAskQuery = graphql(`
  query MayAskExperts {
    viewer {
      can { askExperts }
    }
  }
`);

/** Experts who have words, to be asked. */
export const ExpertSearchQuery = graphql(`
  query ExpertSearch($search: NonEmptyString!) {
    experts(filter: { search: $search }, first: 10) {
      totalCount
      nodes {
        id
        profession {
          id
          name { ...LocalizedFields }
        }
        sheet { name }
      }
    }
  }
`, [LocalizedFields]);

const CallAnswer = graphql(`
  fragment CallAnswer on AvailabilityCallPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    call { ...CallFields }
  }
`, [CallFields]);

/** Makes a call, or changes it. */
export const SaveCallMutation = graphql(`
  mutation SaveAvailabilityCall($key: UUID!, $version: Int!, $input: AvailabilityCallInput!) {
    saveAvailabilityCall(key: $key, version: $version, input: $input) { ...CallAnswer }
  }
`, [CallAnswer]);

/** Says a call in another language. */
export const TranslateCallMutation = graphql(`
  mutation TranslateAvailabilityCall($id: ID!, $version: Int!, $texts: AvailabilityCallTextsInput!) {
    translateAvailabilityCall(id: $id, version: $version, texts: $texts) { ...CallAnswer }
  }
`, [CallAnswer]);

/** Closes a call. */
export const CloseCallMutation = graphql(`
  mutation CloseAvailabilityCall($id: ID!) {
    closeAvailabilityCall(id: $id) { ...CallAnswer }
  }
`, [CallAnswer]);

/** Asks experts by a call. */
export const AskExpertsMutation = graphql(`
  mutation AskExperts($call: ID!, $submission: UUID!, $experts: [ID!]!) {
    askExperts(call: $call, submission: $submission, experts: $experts) {
      outcome
      experts {
        expert
        outcome
      }
      call { ...CallFields }
    }
  }
`, [CallFields]);

/** Writes once more to experts who have not answered. */
export const RemindExpertsMutation = graphql(`
  mutation RemindExperts($call: ID!, $submission: UUID!, $experts: [ID!]!) {
    remindExperts(call: $call, submission: $submission, experts: $experts) {
      outcome
      experts {
        expert
        outcome
      }
      call { ...CallFields }
    }
  }
`, [CallFields]);

/** Experts who were found elsewhere, to be asked. */
export const ChosenExpertsQuery = graphql(`
  query ChosenExperts($experts: [ID!]!) {
    expertSearch(experts: $experts, sort: NAME, first: 30) {
      nodes {
        expert {
          id
          profession {
            id
            name { ...LocalizedFields }
          }
          sheet { name }
        }
      }
    }
  }
`, [LocalizedFields]);
