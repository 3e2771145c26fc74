/** What the adviser sees of the jobs that come by themselves, and does about those that wait. */
import type { Actor } from '../reader/index.ts';
import type { JobName } from './job.ts';

/** A job that comes by itself. */
export interface RecurrentJobFacts {
  readonly name: JobName;
  /** When it came last, in any process; null when it never did. */
  readonly lastAt: Date | null;
  /** When it comes next; null when it never does. */
  readonly nextAt: Date | null;
}

export interface JobsDesk {
  /** The jobs that come by themselves; none for those who may not see them. */
  recurrent(actor: Actor): Promise<readonly RecurrentJobFacts[]>;
  /** Has a job tried again now, one that was given up as if for the first time. False when it runs, is gone, or is not theirs to see. Throws UNAUTHENTICATED for a visitor. */
  retry(actor: Actor, key: string): Promise<boolean>;
  /** Has a job never tried again. False when it runs, is gone or given up already, or is not theirs to see. Throws UNAUTHENTICATED for a visitor. */
  giveUp(actor: Actor, key: string): Promise<boolean>;
}
