import type { QueuedJob } from './useJobs.ts';

/** How things may stand with a job, what asks for attention first. */
export const JOB_STATES = ['GIVEN_UP', 'RETRYING', 'RUNNING', 'WAITING'] as const satisfies readonly QueuedJob['state'][];

/** What jobs can be filtered by, as the address names it. */
export const JOB_CONDITIONS = { state: JOB_STATES } as const;

/** The state that the conditions name, if they name one. */
export function stateOf({ state }: { readonly state: string }): QueuedJob['state'] | undefined {
  return JOB_STATES.find((known) => known === state);
}

/** What can be done about a job: one that runs is left alone, one that was given up can only be tried again. */
export function actsOn({ state }: Pick<QueuedJob, 'state'>): { readonly retry: boolean; readonly giveUp: boolean } {
  return { retry: state !== 'RUNNING', giveUp: state === 'RETRYING' || state === 'WAITING' };
}
