import { CountryNameFields, LocalizedFields, OrganisationNameFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A page of the training record, the latest session first. */
export const TrainingRecordQuery = graphql(`
  query TrainingRecord(
    $filter: TrainingRecordEntryFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    trainingRecord(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        name
        days
        daysPresent
        certificateNumber
        isOwn
        isDemonstration
        organisation { ...OrganisationNameFields }
        country { ...CountryNameFields }
        session {
          id
          title { ...LocalizedFields }
          startsAt
          endsAt
          timeZone
        }
      }
    }
  }
`, [CountryNameFields, LocalizedFields, OrganisationNameFields, PageFields]);
