/** The worker in the server's process, for as long as the server runs: when its database goes away, it comes back with it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { failureOf } from '../failure.ts';
import { ownJobs } from './jobs.jobs.ts';
import type { Job } from './job.ts';
import type { JobsLog } from './log.ts';
import { type Runner, startRunner } from './runner.ts';

export interface JobsOptions {
  /** The database, as the application role. */
  readonly url: string;
  /** Where handlers get their entity managers: the application role's. */
  readonly orm: MikroORM;
  /** Who does what. */
  readonly jobs: readonly Job[];
  readonly log: JobsLog;
  /** How many jobs are done at once. */
  readonly concurrency?: number;
  /** Every how many milliseconds jobs of processes that are gone are looked for. */
  readonly sweepEvery?: number;
  /** After how many milliseconds of closing the jobs at hand are told to stop. */
  readonly patience?: number;
}

export interface Jobs {
  /** Takes no more jobs and waits for those at hand; what they have not done is done after the next start. */
  readonly close: () => Promise<void>;
}

const CONCURRENCY = 2;
const SWEEP_EVERY = 15_000;
const PATIENCE = 3_000;
const RESTARTS = { first: 250, longest: 10_000 };

/** Starts the worker. Throws the database's error when it cannot at first; later it tries again by itself. */
export async function startJobs({ url, orm, jobs, log, concurrency = CONCURRENCY, sweepEvery = SWEEP_EVERY, patience = PATIENCE }: JobsOptions): Promise<Jobs> {
  const start = (): Promise<Runner> => startRunner({ url, orm, jobs: [...ownJobs, ...jobs], log, concurrency, patience });
  const closing = new AbortController();
  let runner = await start();

  const supervise = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await runner.ended;
      if (closing.signal.aborted) return;
      log.warn({}, 'The jobs have stopped and start again');
      await restart();
    }
  };
  const restart = async (): Promise<void> => {
    for (let delay = RESTARTS.first; !closing.signal.aborted; delay = Math.min(delay * 2, RESTARTS.longest)) {
      try {
        await wait(delay, undefined, { signal: closing.signal });
        runner = await start();
        return;
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ code: failureOf(error).code }, 'The jobs cannot start yet');
      }
    }
  };
  const supervised = supervise();
  // A sweep that fails has lost its database; the next one finds it or the runner has ended by then.
  const timer = setInterval(() => void runner.sweep().catch(() => undefined), sweepEvery).unref();

  return {
    close: async () => {
      clearInterval(timer);
      closing.abort();
      await runner.close();
      await supervised;
      // A start that was on its way when closing began.
      await runner.close();
    },
  };
}
