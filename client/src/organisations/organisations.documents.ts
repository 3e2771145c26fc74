import { LocalizedFields, PageFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { OfficeFields } from '../publishing/publishing.documents.ts';

/** An organisation as lists show it. */
export const ListedOrganisationFields = graphql(`
  fragment ListedOrganisationFields on Organisation {
    id
    name { ...LocalizedFields }
    acronym
    kind
    isPublished
    isDemonstration
    activity { ...LocalizedFields }
    website
    provenance { ...ProvenanceFields }
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields, ProvenanceFields]);

/** A page of the organisations. */
export const OrganisationListQuery = graphql(`
  query OrganisationList(
    $filter: OrganisationFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    organisations(filter: $filter, sort: NAME, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...ListedOrganisationFields }
    }
  }
`, [PageFields, ListedOrganisationFields]);

/** An organisation. */
export const OrganisationQuery = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      ...ListedOrganisationFields
      people {
        name
        email
        isCoordinator
        isDemonstration
      }
      office { ...OfficeFields }
    }
  }
`, [ListedOrganisationFields, OfficeFields]);
