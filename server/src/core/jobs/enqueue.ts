/** Adding a job: in the transaction of whoever adds it, so that it is there exactly when what it is about is. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobName, JobPayloads } from './job.ts';

/** Where statements run: an entity manager, inside the caller's transaction. */
export type Execute = Pick<EntityManager, 'execute'>;

export interface EnqueueOptions {
  /** A job that waits under the same key is replaced by this one. */
  readonly key?: string;
  /** When it is to be done; at once when left out. */
  readonly at?: Date;
  /** How often it is tried, each time after a longer wait (3 s, 7 s, 20 s … 6 h): 15 times, some forty hours, unless told. */
  readonly attempts?: number;
  /** Jobs of one queue are done one after the other. */
  readonly queue?: string;
}

/** How often a job is tried unless told. */
export const ATTEMPTS = 15;

/** Adds a job, which is done once the transaction is committed and never if it is not. Throws the database's error. */
export async function enqueue<N extends JobName>(execute: Execute, name: N, payload: JobPayloads[N], { key, at, attempts = ATTEMPTS, queue }: EnqueueOptions = {}): Promise<void> {
  await execute.execute(
    'select from graphile_worker.add_job(identifier => ?::text, payload => ?::json, run_at => ?::timestamptz, max_attempts => ?::int, job_key => ?::text, queue_name => ?::text)',
    [name, JSON.stringify(payload), at?.toISOString() ?? null, attempts, key ?? null, queue ?? null],
  );
}
