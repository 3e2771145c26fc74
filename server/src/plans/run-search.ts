/** A search as a job does it: the best plan so far, and what is said of it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { compareValues, type Plan, type Problem, type Value } from '@passerelle/shared/planning.ts';
import { queueSearch } from './plan-search.service.ts';
import type { Explained } from './plan-stored.ts';
import { asSearcher, type Kept, runTask, type SearchRun, type Written } from './run-task.ts';
import type { Found, SearchMessage } from './search-task.ts';

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

/** What is to be written: the best plan so far, whichever run has found it. */
class KeptPlan implements Kept {
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
    if (message.is === 'OVER' || message.is === 'FAILED' || message.is === 'BOUGHT' || message.is === 'LOOKED') return;
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

const SEARCH: Written<Begun> = {
  begin: `update plan_search set state = 'RUNNING', run = gen_random_uuid(), started_at = coalesce(started_at, now()), is_solved = false, version = version + 1 where uuid = ? and state in ('QUEUED', 'RUNNING') returning run, problem, seed, best, worth, bound, is_optimal as "isOptimal", explained`,
  write: `update plan_search set best = ?::jsonb, worth = ?::jsonb, bound = ?::jsonb, is_optimal = ?, is_solved = ?, work = ?, explained = ?::jsonb, version = version + 1 where uuid = ? and run = ? and (state = 'RUNNING' or reason = 'ASKED') returning state`,
  ask: `select state from plan_search where uuid = ? and run = ?`,
  end: `update plan_search set state = ?, reason = ?, ended_at = now(), version = version + 1 where uuid = ? and run = ? and state = 'RUNNING'`,
  broken: `update plan_search set state = 'FAILED', reason = 'BROKEN', ended_at = now(), version = version + 1 where uuid = ? and state in ('QUEUED', 'RUNNING')`,
  task: ({ problem, seed }, limits) => ({ problem, seed, limits }), kept: (begun) => new KeptPlan(begun), queue: queueSearch,
};

/** Searches until it is over, or is to end. */
export const runSearch = (search: string, run: SearchRun): Promise<void> => runTask(search, SEARCH, run);

/** Says of searches, and of what is asked of those that are over, that have lost their job that they have failed. */
export async function failLost(em: EntityManager): Promise<void> {
  await asSearcher(em, (own) => own.execute('select fail_lost_plan_searches()'));
}
