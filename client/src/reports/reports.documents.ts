import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { NeedLinkFields } from '../needs/choice.documents.ts';
import { TowardsFields } from '../preparing/choices.documents.ts';

/** A mission with all that is said in its report, as the adviser writes it, and what is published of it. */
export const ReportedFields = graphql(`
  fragment ReportedFields on Mission {
    id
    version
    state
    isDemonstration
    startsOn
    endsOn
    title { ...LocalizedFields }
    texts {
      locale
      isSource
    }
    legs {
      id
      startsOn
      endsOn
      country {
        id
        code
        timeZone
        name { ...LocalizedFields }
        nameNote { ...LocalizedFields }
      }
      city {
        id
        name { ...LocalizedFields }
      }
    }
    members {
      key
      name
      kind
      expert { id }
      stays { legKey }
    }
    objectives {
      key
      text { ...LocalizedFields }
      result {
        outcome
        text { ...LocalizedFields }
        texts {
          locale
          text
        }
      }
    }
    report {
      version
      summary { ...LocalizedFields }
      evaluation { ...LocalizedFields }
      texts {
        locale
        isSource
        isOutdated
        summary
        evaluation
      }
    }
    findings {
      key
      version
      legKey
      foundOn
      theme {
        id
        code
        name { ...LocalizedFields }
      }
      text { ...LocalizedFields }
      texts {
        locale
        isSource
        text
      }
      recommendations { ...TowardsFields }
      needs { ...NeedLinkFields }
    }
    publication {
      hasSummary
      hasDays
      countries
      results
      findings
      decidedAt
      publication { id }
    }
    appraisals {
      expertKey
      version
      expertise
      exchange
      reliability
      text
      locale
    }
    can {
      writeReport
      translateReport
      publish
      appraise
    }
  }
`, [LocalizedFields, NeedLinkFields, TowardsFields]);

/** A mission with its report, and what a finding is made of. */
export const ReportQuery = graphql(`
  query MissionReport($id: ID!) {
    mission(id: $id) { ...ReportedFields }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields, ReportedFields]);

/** What is published of a mission, as everybody reads it. */
export const PublicationFields = graphql(`
  fragment PublicationFields on MissionPublication {
    id
    firstMonth
    lastMonth
    startsOn
    endsOn
    isDemonstration
    summary { ...LocalizedFields }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** A page of what is published of missions. */
export const PublicationsQuery = graphql(`
  query MissionPublications($filter: MissionPublicationFilter, $first: Int, $after: String, $last: Int, $before: String) {
    missionPublications(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...PublicationFields }
    }
  }
`, [PageFields, PublicationFields]);

/** What is published of one. */
export const PublicationQuery = graphql(`
  query MissionPublication($id: ID!) {
    missionPublication(id: $id) {
      ...PublicationFields
      results {
        outcome
        objective { ...LocalizedFields }
        text { ...LocalizedFields }
      }
      findings {
        month
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        theme {
          id
          code
          name { ...LocalizedFields }
        }
        text { ...LocalizedFields }
        recommendations { ...TowardsFields }
      }
      photos {
        key
        width
        height
        credit
        creditLocale
        caption { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields, PublicationFields, TowardsFields]);

/** How an expert was found on missions, as the adviser reads it. */
export const SheetAppraisalsQuery = graphql(`
  query SheetAppraisals($id: ID!) {
    expert(id: $id) {
      id
      sheet {
        appraisals {
          title { ...LocalizedFields }
          expertise
          exchange
          reliability
          text
          locale
        }
      }
    }
  }
`, [LocalizedFields]);
