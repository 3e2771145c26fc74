/** Jobs: what is done later, once what it is about is committed, and again until it is done. */
export type { JobsDesk, RecurrentJobFacts } from './desk.ts';
export { ABANDONED } from './abandoned.ts';
export { eachOf } from './each-of.ts';
export { actingFor, eachTaken } from './each-taken.ts';
export { ATTEMPTS, enqueue, type Execute } from './enqueue.ts';
export { type Job, job, type JobContext, type JobName } from './job.ts';
export { ownJobs } from './jobs.jobs.ts';
export { nextAt } from './recurrence.ts';
export { type Jobs, type JobsOptions, startJobs } from './start.ts';
export { grantJobs, JOBS_SCHEMA, migrateJobs } from './tables.ts';
