/** Something long as a job does it, in a process of its own: its row says what has been found as it is found, and whether it is to go on. Begun anew after a stop of the server it finds the same. */
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Failure } from '../core/failure.ts';
import { actingFor } from '../core/jobs/index.ts';
import type { PlanSearchReason, PlanSearchState } from './plan-codes.ts';
import type { Place } from './search-places.ts';
import type { RunningSearch, SearchEnd, SearchPool } from './search-pool.ts';
import type { SearchLimits, SearchMessage, SearchTask } from './search-task.ts';

/** In milliseconds: how often the row is written where something is new, and asked whether it goes on. Somebody may stop it by another process than this: it is asked of the table, which all of them share. */
const EVERY = 400;

/** What is to be written: what is known so far, whichever run has found it. */
export interface Kept {
  /** Whether something is to be written that was not. */
  isNew: boolean;
  readonly hear: (message: SearchMessage) => void;
  /** What `write` is given first. */
  readonly values: () => readonly unknown[];
}

interface Begun {
  /** Of two runs the later one writes: the other finds out by the number of its run. */
  readonly run: string;
}

/** How a row is written. Each statement has its key; `write`, `ask` and `end` have the run behind it, and give or compare the state that goes on as RUNNING. */
export interface Written<B extends Begun> {
  readonly begin: string;
  /** What was found last may be written once somebody has stopped it, too. */
  readonly write: string;
  readonly ask: string;
  /** Begins with the state and the reason. */
  readonly end: string;
  /** Of the only run of its job, whichever it is. */
  readonly broken: string;
  readonly task: (begun: B, limits: SearchLimits) => SearchTask;
  readonly kept: (begun: B) => Kept;
  readonly queue: (em: EntityManager, key: string) => Promise<void>;
}

/** Does something with the table of searches, as the job that it knows. */
export const asSearcher = <T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> => actingFor(em, 'plans', work);

export interface SearchRun {
  readonly em: EntityManager;
  readonly pool: Pick<SearchPool, 'start'>;
  /** That it has in it. */
  readonly place: Place;
  readonly limits: SearchLimits;
  /** Tells when the server is about to close. */
  readonly signal: AbortSignal;
  /** Whether nobody will try again. */
  readonly isLastAttempt: boolean;
}

const ENDS: Readonly<Record<Exclude<SearchEnd, 'STOPPED' | 'BROKEN'>, readonly [PlanSearchState, PlanSearchReason | null]>> = { OVER: ['DONE', null], TIME: ['STOPPED', 'TIME'], MEMORY: ['FAILED', 'MEMORY'], TOO_LARGE: ['FAILED', 'TOO_LARGE'] };

/** Why it is tried again: what its process has told, or that it ended in the midst of it. */
class SearchBroken extends Error {
  readonly code: string;

  constructor({ code, places }: Failure) {
    super('The search was not over');
    this.code = code;
    if (places.length > 0) this.stack = [this.message, ...places].join('\n');
  }
}

/**
 * Works until it is over, or is to end; where the server closes it is queued anew, and that counts as no attempt. Throws where its process ended in the midst of it, and is to be tried again; where nobody
 * will, it has failed.
 */
export async function runTask<B extends Begun>(key: string, row: Written<B>, run: SearchRun): Promise<void> {
  try {
    await worked(key, row, run);
  } catch (error) {
    if (run.isLastAttempt) await asSearcher(run.em, (own) => own.execute(row.broken, [key]));
    throw error;
  }
}

async function worked<B extends Begun>(key: string, row: Written<B>, { em, pool, place, limits, signal }: SearchRun): Promise<void> {
  const [begun] = await asSearcher(em, (own) => own.execute<B[]>(row.begin, [key]));
  if (!begun) return;
  const kept = row.kept(begun);
  let failure: Failure = { code: 'SEARCH_BROKEN', places: [] };
  const running = pool.start(place, row.task(begun, limits), (message) => {
    if ('reason' in message && message.reason === 'BROKEN') failure = message;
    kept.hear(message);
  });
  const closing = (): void => running.stop();
  signal.addEventListener('abort', closing, { once: true });
  const write = (): Promise<boolean> => asSearcher(em, (own) => written(own, row, [key, begun.run], kept));
  let end: SearchEnd;
  try {
    end = await watched(running, write);
  } finally {
    running.stop();
    signal.removeEventListener('abort', closing);
    await running.ended;
  }
  await write();
  if (end === 'BROKEN') throw new SearchBroken(failure);
  if (end !== 'STOPPED') return void (await asSearcher(em, (own) => own.execute(row.end, [...ENDS[end], key, begun.run])));
  if (signal.aborted) await em.transactional((own) => row.queue(own, key));
}

/** Until it has ended: what it finds is written now and then, and it is stopped where it is not to go on. */
async function watched(running: RunningSearch, write: () => Promise<boolean>): Promise<SearchEnd> {
  const over = new AbortController();
  const ended = running.ended.finally(() => over.abort());
  while (!over.signal.aborted) {
    await Promise.race([ended, wait(EVERY, undefined, { signal: over.signal }).catch(() => undefined)]);
    if (!over.signal.aborted && !(await write())) running.stop();
  }
  return ended;
}

/** Writes what is new; whether it goes on. */
async function written(em: EntityManager, { write, ask }: Pick<Written<Begun>, 'write' | 'ask'>, which: readonly [key: string, run: string], kept: Kept): Promise<boolean> {
  const isNew = kept.isNew;
  kept.isNew = false;
  const [now] = await em.execute<{ state: PlanSearchState }[]>(isNew ? write : ask, isNew ? [...kept.values(), ...which] : [...which]);
  return now?.state === 'RUNNING';
}
