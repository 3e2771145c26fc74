/** What jobs are: their names, what they are given, and who does them. */
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What each job is given, by its name: nothing, or the key of a row as `id`; a list of such where it does several. Never a text, an address or the key of a person: it is stored
 * in tables that no rule of rows of ours guards, and outlives whom it is about. A feature adds its own in `<feature>.jobs.ts`:
 * `declare module '../core/jobs/job.ts' { interface JobPayloads { 'mail.send': { id: string } } }`.
 */
export interface JobPayloads {
  /** Forgets the jobs that were given up long ago. */
  'jobs.forget': object;
}

export type JobName = keyof JobPayloads;

/** What a handler is given beside its payload. */
export interface JobContext {
  /** Of the application role; nobody else uses it. */
  readonly em: EntityManager;
  /** Tells when the server is about to close: what is not done by then is done again later. */
  readonly signal: AbortSignal;
  /** True when the job is not tried again if it fails. */
  readonly isLastAttempt: boolean;
}

/**
 * Does a job. It may run again although it has been done, so doing it twice must be as doing it once. What it throws has it
 * tried again, later each time; of the error only the code and the places in the code are kept or logged.
 */
export type JobHandler<N extends JobName> = (payload: JobPayloads[N], context: JobContext) => Promise<void>;

/** When a job comes by itself, once over all processes. */
export interface Recurrence {
  /** The five fields of crontab, in UTC. */
  readonly at: string;
  /** How many milliseconds ago it may have been missed, while nothing ran, to be made up for at the next start; 0 unless told. */
  readonly missed?: number;
}

/** A job with its handler, and when it comes by itself. */
export interface Job<N extends JobName = JobName> {
  readonly name: N;
  readonly handler: JobHandler<N>;
  readonly recurrence?: Recurrence;
}

/** Declares who does the jobs of a name. */
export function job<N extends JobName>(name: N, handler: JobHandler<N>, recurrence?: Recurrence): Job {
  // A list of jobs of several names: the runner gives each handler the payload of its own name.
  return { name, handler, ...(recurrence && { recurrence }) } as unknown as Job;
}
