/** A search as a job does it: its row says what it has found as it finds it, and whether it is to go on. Begun anew after a stop of the server it finds the same. */
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { compareValues, type Plan, type Problem, type Value } from '@passerelle/shared/planning.ts';
import type { Failure } from '../core/failure.ts';
import { actingFor } from '../core/jobs/index.ts';
import type { PlanSearchReason, PlanSearchState } from './plan-codes.ts';
import { queueSearch } from './plan-search.service.ts';
import type { Explained } from './plan-stored.ts';
import type { RunningSearch, SearchEnd, SearchPool } from './search-pool.ts';
import type { Found, SearchLimits, SearchMessage } from './search-task.ts';

/** In milliseconds: how often the row is written where something is new, and asked whether it goes on. Somebody may stop it by another process than this: it is asked of the table, which all of them share. */
const EVERY = 400;

interface Begun {
  readonly run: string;
  readonly problem: Problem;
  readonly seed: number;
  readonly best: Plan | null;
  readonly worth: Value | null;
  readonly bound: Value | null;
  readonly isOptimal: boolean;
  readonly explained: Explained;
}

/** Of two runs the later one writes: the other finds out by the number of its run. */
const BEGIN = `update plan_search set state = 'RUNNING', run = gen_random_uuid(), started_at = coalesce(started_at, now()), is_solved = false, version = version + 1 where uuid = ? and state in ('QUEUED', 'RUNNING') returning run, problem, seed, best, worth, bound, is_optimal as "isOptimal", explained`;
/** What was found last may be written once somebody has stopped it, too. */
const WRITE = `update plan_search set best = ?::jsonb, worth = ?::jsonb, bound = ?::jsonb, is_optimal = ?, is_solved = ?, work = ?, explained = ?::jsonb, version = version + 1 where uuid = ? and run = ? and (state = 'RUNNING' or reason = 'ASKED') returning state`;
const ASK = `select state from plan_search where uuid = ? and run = ?`;
const END = `update plan_search set state = ?, reason = ?, ended_at = now(), version = version + 1 where uuid = ? and run = ? and state = 'RUNNING'`;
/** It is the only run of its job, whichever it is. */
const BROKEN = `update plan_search set state = 'FAILED', reason = 'BROKEN', ended_at = now(), version = version + 1 where uuid = ? and state in ('QUEUED', 'RUNNING')`;

/** What is to be written: the best plan so far, whichever run has found it. */
class Kept {
  #found: Found;
  #explained: Explained;
  #isSolved = false;
  #work = 0;
  isNew = false;

  constructor({ best, worth, bound, isOptimal, explained }: Begun) {
    this.#found = { plan: best, value: worth, bound, isOptimal, work: 0 };
    this.#explained = explained;
  }

  hear(message: SearchMessage): void {
    if (message.is === 'OVER' || message.is === 'FAILED') return;
    this.isNew = true;
    if (message.is === 'EXPLAINED') {
      this.#explained = { ...this.#explained, ...message.explained };
      this.#work += message.work;
      return;
    }
    this.#isSolved ||= message.is === 'SOLVED';
    this.#work = Math.max(this.#work, message.work);
    if (this.#isTaken(message)) this.#found = message;
  }

  /** What is better is taken; of what is worth the same what is said last, and never less proved than what there was. */
  #isTaken({ is, value, isOptimal }: Found & { readonly is: 'BETTER' | 'SOLVED' | 'CUT' }): boolean {
    const before = this.#found;
    const more = value === null || before.value === null ? Number(value !== null) - Number(before.value !== null) : compareValues(value, before.value);
    return more > 0 || (more === 0 && is !== 'BETTER' && (isOptimal || !before.isOptimal));
  }

  values(): readonly unknown[] {
    const { plan, value, bound, isOptimal } = this.#found;
    const json = (it: unknown): string | null => (it === null ? null : JSON.stringify(it));
    return [json(plan), json(value), json(bound), isOptimal, this.#isSolved, this.#work, JSON.stringify(this.#explained)];
  }
}

/** Does something with the table of searches, as the job that it knows. */
const asSearcher = <T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> => actingFor(em, 'plans', work);

export interface SearchRun {
  readonly em: EntityManager;
  readonly pool: SearchPool;
  readonly limits: SearchLimits;
  /** Tells when the server is about to close. */
  readonly signal: AbortSignal;
  /** Whether nobody will try again. */
  readonly isLastAttempt: boolean;
}

const ENDS: Readonly<Record<Exclude<SearchEnd, 'STOPPED' | 'BROKEN'>, readonly [PlanSearchState, PlanSearchReason | null]>> = { OVER: ['DONE', null], TIME: ['STOPPED', 'TIME'], MEMORY: ['FAILED', 'MEMORY'], TOO_LARGE: ['FAILED', 'TOO_LARGE'] };

/** Why a search is tried again: what its process has told, or that it ended in the midst of it. */
class SearchBroken extends Error {
  readonly code: string;

  constructor({ code, places }: Failure) {
    super('The search was not over');
    this.code = code;
    if (places.length > 0) this.stack = [this.message, ...places].join('\n');
  }
}

/**
 * Searches until it is over, or is to end; where the server closes it is queued anew, and that counts as no attempt. Throws where its process ended in the midst of it, and is to be tried again; where nobody
 * will, it has failed.
 */
export async function runSearch(search: string, run: SearchRun): Promise<void> {
  try {
    await searched(search, run);
  } catch (error) {
    if (run.isLastAttempt) await asSearcher(run.em, (own) => own.execute(BROKEN, [search]));
    throw error;
  }
}

async function searched(search: string, { em, pool, limits, signal }: SearchRun): Promise<void> {
  const [begun] = await asSearcher(em, (own) => own.execute<Begun[]>(BEGIN, [search]));
  if (!begun) return;
  const kept = new Kept(begun);
  let failure: Failure = { code: 'SEARCH_BROKEN', places: [] };
  const running = pool.start({ problem: begun.problem, seed: begun.seed, limits }, (message) => {
    if ('reason' in message && message.reason === 'BROKEN') failure = message;
    kept.hear(message);
  });
  const closing = (): void => running.stop();
  signal.addEventListener('abort', closing, { once: true });
  const write = (): Promise<boolean> => asSearcher(em, (own) => written(own, [search, begun.run], kept));
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
  if (end !== 'STOPPED') return void (await asSearcher(em, (own) => own.execute(END, [...ENDS[end], search, begun.run])));
  if (signal.aborted) await em.transactional((own) => queueSearch(own, search));
}

/** Says of searches that have lost their job that they have failed. */
export async function failLost(em: EntityManager): Promise<void> {
  await asSearcher(em, (own) => own.execute('select fail_lost_plan_searches()'));
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

/** Writes what is new; whether the search goes on. */
async function written(em: EntityManager, [search, run]: readonly [string, string], kept: Kept): Promise<boolean> {
  const isNew = kept.isNew;
  kept.isNew = false;
  const [now] = await em.execute<{ state: PlanSearchState }[]>(isNew ? WRITE : ASK, isNew ? [...kept.values(), search, run] : [search, run]);
  return now?.state === 'RUNNING';
}
