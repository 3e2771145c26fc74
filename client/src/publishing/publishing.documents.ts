import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What is decided about an organisation, for those who decide. */
export const OfficeFields = graphql(`
  fragment OfficeFields on OrganisationOffice {
    nameLocale
    isProtected
    can {
      publish
      unpublish
      protect
    }
  }
`);

/** The organisations that nobody has published, as far as the reader sees them. */
export const UnpublishedListQuery = graphql(`
  query UnpublishedList {
    organisations(first: 100, filter: { isPublished: false }, sort: NAME) {
      nodes {
        id
        name { ...LocalizedFields }
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);

/** Publishes an organisation. */
export const PublishOrganisationMutation = graphql(`
  mutation PublishOrganisation($id: ID!, $locale: Locale!) {
    publishOrganisation(id: $id, locale: $locale) {
      outcome
    }
  }
`);

/** Takes an organisation out of lists and pages. */
export const UnpublishOrganisationMutation = graphql(`
  mutation UnpublishOrganisation($id: ID!) {
    unpublishOrganisation(id: $id) {
      outcome
    }
  }
`);

/** Says whether its people may be shown in public. */
export const ProtectOrganisationMutation = graphql(`
  mutation ProtectOrganisation($id: ID!, $isProtected: Boolean!) {
    protectOrganisation(id: $id, isProtected: $isProtected) {
      outcome
    }
  }
`);
