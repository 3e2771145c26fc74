import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { GiveUpJobMutation, JobsQuery, type QueuedJobFields, RetryJobMutation } from './jobs.documents.ts';

/** A job, as its list shows it. */
export type QueuedJob = FragmentOf<typeof QueuedJobFields>;

/** A job that comes by itself. */
export type RecurrentJob = ResultOf<typeof JobsQuery>['recurrentJobs'][number];

/** What a job does. */
export type JobName = RecurrentJob['name'];

/** A page of the jobs that meet the conditions: asked anew by each visit, since they come and go by themselves. */
export function useJobs(variables: () => VariablesOf<typeof JobsQuery>): Answer<ResultOf<typeof JobsQuery>> {
  return useAnswer(JobsQuery, variables, 'network-only');
}

/** Has a job tried again now. */
export function useRetryJob(): Act<ResultOf<typeof RetryJobMutation>, VariablesOf<typeof RetryJobMutation>> {
  return useAct(RetryJobMutation);
}

/** Has a job never tried again. */
export function useGiveUpJob(): Act<ResultOf<typeof GiveUpJobMutation>, VariablesOf<typeof GiveUpJobMutation>> {
  return useAct(GiveUpJobMutation);
}
