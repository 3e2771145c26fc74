import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** Something that was done, as the journal says it. */
export const AuditEntryFields = graphql(`
  fragment AuditEntryFields on AuditEntry {
    id
    at
    by {
      name
      email
    }
    byKey
    action
    subject
    about {
      name
      email
    }
    aboutKey
    organisation {
      id
      name { ...LocalizedFields }
    }
    session {
      id
      title { ...LocalizedFields }
    }
    mission {
      id
      title { ...LocalizedFields }
    }
    trainer {
      id
      name
    }
    cleared {
      id
      name
    }
    asked {
      id
      name
    }
    part
    before
    after
  }
`, [LocalizedFields]);

/** A page of the journal, the latest first; `latest` is there for whoever may read it, whatever the conditions. */
export const AuditTrailQuery = graphql(`
  query AuditTrail(
    $filter: AuditEntryFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    auditEntries(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...AuditEntryFields }
    }
    latest: auditEntries(first: 1) {
      nodes { id }
    }
  }
`, [PageFields, AuditEntryFields]);
