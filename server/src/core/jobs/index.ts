/** Jobs: what is done later, once what it is about is committed, and again until it is done. */
export { enqueue, type EnqueueOptions, type Execute } from './enqueue.ts';
export { type Job, job, type JobContext, type JobHandler, type JobName, type Recurrence } from './job.ts';
export { JobError, type JobsLog } from './log.ts';
export { type Jobs, type JobsOptions, startJobs } from './start.ts';
export { grantJobs, JOBS_SCHEMA, migrateJobs } from './tables.ts';
