/** One life of the worker: from its first connection until it is closed or its database goes away. */
import { EventEmitter } from 'node:events';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type ParsedCronItem, parseCronItems, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { connectionWith, NEAR } from '../database/index.ts';
import { failureOf } from '../failure.ts';
import { freeAbandoned, sayPresent } from './abandoned.ts';
import type { Job, JobContext } from './job.ts';
import { JobError, type JobsLog, quietly } from './log.ts';
import { listened } from './tables.ts';
import { wakeInTurns } from './waking.ts';

export interface RunnerOptions {
  /** The database, as the application role. */
  readonly url: string;
  /** Where handlers get their entity managers. */
  readonly orm: MikroORM;
  readonly jobs: readonly Job[];
  readonly log: JobsLog;
  /** How many jobs are done at once. */
  readonly concurrency: number;
  /** After how many milliseconds of closing the handlers are told. */
  readonly patience: number;
}

export interface Runner {
  /** Settles when it has ended, closed or not; never fails. */
  readonly ended: Promise<void>;
  /** Frees the jobs of runners that are gone. */
  readonly sweep: () => Promise<void>;
  /** Takes no more jobs and ends when those at hand are done. */
  readonly close: () => Promise<void>;
}

const POLL = 2_000;
/** How long handlers have to stop once they are told, in milliseconds. */
const LAST_MOMENT = 1_000;

/** Starts a worker. Throws the database's error when there is none. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { url, jobs, log, concurrency, patience } = options;
  const say = (line: string): void => log.warn({}, line);
  // One connection listens, each job at hand ends on one, and one is for the clock and for what was left behind.
  const pool = listened(new pg.Pool({ ...connectionWith(url, NEAR), max: concurrency + 2, connectionTimeoutMillis: 5_000, application_name: 'passerelle-jobs' }), say);
  const events = new EventEmitter() as WorkerEvents;
  let own: string | undefined;
  events.on('pool:create', ({ workerPool }) => {
    own = workerPool.id;
    wakeInTurns(workerPool, events);
  });
  const present = Promise.withResolvers<void>();
  sayPresentWhenListening(events, present.resolve);
  const sweep = async (): Promise<void> => {
    const freed = await freeAbandoned(pool, own);
    if (freed > 0) log.info({ freed }, 'Jobs that were left behind are done again');
  };
  try {
    await sweep();
    const runner = await run({
      pgPool: pool, events, logger: quietly(say), noHandleSignals: true, concurrency, pollInterval: POLL, gracefulShutdownAbortTimeout: patience,
      taskList: tasks(options),
      parsedCronItems: recurrent(jobs),
      preset: {
        // Without a batch, a result that cannot be written would be an error that nobody waits for.
        worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
        plugins: [{ name: 'present-first', version: '1', worker: { hooks: { startWorker: () => present.promise } } }],
      },
    });
    const ended = runner.promise.catch(() => undefined).then(() => pool.end());
    return {
      ended,
      sweep,
      close: async () => {
        // One that could never say so is not to wait for it.
        present.resolve();
        await runner.stop().catch(() => undefined);
        await ended;
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Says that the runner is there on the connection that it listens on, again after each loss; calls `said` each time. */
function sayPresentWhenListening(events: WorkerEvents, said: () => void): void {
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // It is about to be told to listen, and takes one statement at a time.
    client.once('drain', () => void sayPresent(client, workerPool.id).then(said, () => undefined));
  });
}

/** A job that is given a list does each of it, one after the other: what fails keeps nothing behind it, and has the whole of it tried again. */
function tasks({ orm, jobs, log }: RunnerOptions): TaskList {
  const entries = jobs.map(({ name, handler }): [string, Task] => [name, async (payload, { job, abortSignal }) => {
    const told: Omit<JobContext, 'em'> = { signal: abortSignal ?? new AbortController().signal, isLastAttempt: job.attempts >= job.max_attempts };
    const failures: string[] = [];
    for (const [n, one] of (Array.isArray(payload) ? payload : [payload]).entries()) {
      try {
        if (n > 0 && told.signal.aborted) throw new JobError('CLOSING');
        await orLeftBehind(handler(one as never, { ...told, em: orm.em.fork() }), told.signal);
      } catch (error) {
        const failure = failureOf(error);
        log.warn({ job: name, attempt: job.attempts, ...failure }, told.isLastAttempt ? 'A job is given up' : 'A job failed and is tried again');
        failures.push(failure.code);
      }
    }
    if (failures[0] !== undefined) throw new JobError(failures[0]);
  }]);
  return Object.fromEntries(entries);
}

/** Waits for a handler; fails when it was told to stop and has not done so. Nothing of it stays with the signal, which lives as long as the runner. */
async function orLeftBehind(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const left = Promise.withResolvers<never>();
  const told = (): void => void setTimeout(() => left.reject(new JobError('CLOSING')), LAST_MOMENT);
  signal.addEventListener('abort', told);
  try {
    await Promise.race([work, left.promise]);
  } finally {
    signal.removeEventListener('abort', told);
  }
}

/** The jobs that come by themselves; one that has not been done yet when it comes again is done once. */
function recurrent(jobs: readonly Job[]): ParsedCronItem[] {
  return parseCronItems(jobs.flatMap(({ name, recurrence }) => {
    if (!recurrence) return [];
    return [{ task: name, match: recurrence.at, options: { jobKey: name, backfillPeriod: recurrence.missed ?? 0 } }];
  }));
}
