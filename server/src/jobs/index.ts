export { JobsResolver } from './jobs.resolver.ts';
export { openJobsDesk } from './jobs.service.ts';
export { QueuedJob } from './queued-job.entity.ts';
import './queued-job.personal.ts';
import './queued-job.reader.ts';
