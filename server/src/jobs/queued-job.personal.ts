/** A view of the jobs that leaves out whom they are about. */
import { noPersons } from '../core/personal/index.ts';
import { QueuedJob } from './queued-job.entity.ts';

noPersons('TECHNICAL', [QueuedJob]);
