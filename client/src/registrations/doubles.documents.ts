import { CountryNameFields, LocalizedFields, OrganisationNameFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** Somebody who takes part, as far as two are compared. */
const DoubleFields = graphql(`
  fragment DoubleFields on Participant {
    id
    name
    email
    locale
    isDemonstration
    organisation { ...OrganisationNameFields }
    country { ...CountryNameFields }
    profession {
      code
      name { ...LocalizedFields }
    }
  }
`, [CountryNameFields, LocalizedFields, OrganisationNameFields]);

/** A page of the pairs that may be one person, the likeliest first. */
export const LikelyDoublesQuery = graphql(`
  query LikelyDoubles(
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    viewer {
      can { validateRegistrations }
    }
    likelyDoubles(sort: LIKELIEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        isSameAddress
        firstRegistrations
        secondRegistrations
        lastAt
        secondLastAt
        first { ...DoubleFields }
        second { ...DoubleFields }
      }
    }
  }
`, [DoubleFields, PageFields]);

/** Makes two participants one. */
export const MergeParticipantsMutation = graphql(`
  mutation MergeParticipants($input: MergeParticipantsInput!) {
    mergeParticipants(input: $input) {
      outcome
    }
  }
`);

/** Says that two participants are not one person. */
export const SeparateParticipantsMutation = graphql(`
  mutation SeparateParticipants($first: ID!, $second: ID!) {
    separateParticipants(first: $first, second: $second) {
      outcome
    }
  }
`);
