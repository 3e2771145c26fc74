import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A term with its name in every language. */
export const TermFields = graphql(`
  fragment TermFields on Term {
    id
    code
    domain
    definition
    name { ...LocalizedFields }
    names {
      locale
      name
      isVerified
      source
      checkedOn
    }
  }
`, [LocalizedFields]);

/** A page of the glossary, in the order of the reader’s language. */
export const GlossaryQuery = graphql(`
  query Glossary(
    $filter: TermFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    terms(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...TermFields }
    }
  }
`, [PageFields, TermFields]);
