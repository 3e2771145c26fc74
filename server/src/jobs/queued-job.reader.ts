/** How jobs are read: by the adviser alone. */
import { mayReadJobs } from '../accounts/index.ts';
import { connection, constant, join, optional, query, reader, sql } from '../core/reader/index.ts';
import { QueuedJobName } from './job-name.ts';
import { JobState, QueuedJob } from './queued-job.entity.ts';

const known = join(Object.values(QueuedJobName).map((name) => constant(name)), ', ');

const QueuedJobReader = reader(QueuedJob, {
  rows: (_job, actor) => (mayReadJobs(actor) ? undefined : sql`false`),
  fields: (job) => ({ name: sql`case when ${job.name} in (${known}) then ${job.name} end` }),
});

const queuedJobs = connection(QueuedJobReader, {
  description: 'jobs',
  sorts: { ATTENTION: { description: 'Those given up first, then those that failed, those that run, those that wait; of each the oldest first.', by: (job) => sql`${job.rank}`, type: 'int' } },
  filters: {
    states: optional(() => [JobState], 'text[]', 'Of one of these states.'),
    names: optional(() => [QueuedJobName], 'text[]', 'That do one of these things.'),
  },
  where: {
    states: (job, states) => sql`${job.state} = any(${states})`,
    names: (job, names) => sql`${job.name} = any(${names})`,
  },
});

query('queuedJobs', { description: 'The jobs that wait, run or were given up: for the adviser; nobody else sees any.', page: queuedJobs });
