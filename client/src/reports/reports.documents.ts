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
      dueOn
      doneOn
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
      followUp
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

/** What missions have found and what comes of it, beside something else. */
const FoundFields = graphql(`
  fragment FoundFields on Finding {
    key
    foundOn
    dueOn
    doneOn
    text { ...LocalizedFields }
    foundBy {
      id
      title { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** What missions have found that bears on a recommendation. */
export const RecommendationFindingsQuery = graphql(`
  query RecommendationFindings($id: ID!) {
    recommendation(id: $id) {
      id
      findings { ...FoundFields }
    }
  }
`, [FoundFields]);

/** What missions have found that is still to be followed up. */
export const DueFindingsQuery = graphql(`
  query DueFindings {
    dueFindings { ...FoundFields }
  }
`, [FoundFields]);

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
