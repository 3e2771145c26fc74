import { PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A job, as its list shows it. */
export const QueuedJobFields = graphql(`
  fragment QueuedJobFields on QueuedJob {
    id
    name
    state
    failure
    attempts
    mostAttempts
    createdAt
    startedAt
    nextAt
  }
`);

/** A page of the jobs, and those that come by themselves, which are there for whoever may see them. */
export const JobsQuery = graphql(`
  query Jobs(
    $filter: QueuedJobFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    queuedJobs(filter: $filter, sort: ATTENTION, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...QueuedJobFields }
    }
    recurrentJobs {
      name
      lastAt
      nextAt
    }
  }
`, [PageFields, QueuedJobFields]);

/** Has a job tried again now. */
export const RetryJobMutation = graphql(`
  mutation RetryJob($id: ID!) {
    retryJob(id: $id) {
      isDone
    }
  }
`);

/** Has a job never tried again. */
export const GiveUpJobMutation = graphql(`
  mutation GiveUpJob($id: ID!) {
    giveUpJob(id: $id) {
      isDone
    }
  }
`);
