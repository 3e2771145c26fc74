/** Why one meeting is left out, as a job looks into it: what it finds is written where that meeting is explained. */
import type { LeftOut, Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import { queueWhy } from './plan-why.service.ts';
import { type Kept, runTask, type SearchRun, type Written } from './run-task.ts';
import type { SearchMessage } from './search-task.ts';

interface Begun {
  readonly run: string;
  readonly problem: Problem;
  readonly seed: number;
  readonly best: Plan;
  readonly worth: Value;
  readonly known: LeftOut;
}

/** What is found says never less than what was known. */
class KeptWhy implements Kept {
  #found: LeftOut;
  isNew = false;

  constructor({ known }: Begun) {
    this.#found = known;
  }

  hear(message: SearchMessage): void {
    if (message.is === 'LOOKED') [this.#found, this.isNew] = [message.found, true];
  }

  values(): readonly unknown[] {
    return [JSON.stringify(this.#found)];
  }
}

/** The explanation with something else said of a meeting: SQL expressions of its key, and of what is said, `x.value`. */
const saying = (meeting: string, what: string): string => `jsonb_set(explained, '{leftOut}', (select jsonb_agg(case when x.value ->> 'meetingId' = ${meeting} then ${what} else x.value end order by x.n) from jsonb_array_elements(explained -> 'leftOut') with ordinality x(value, n)))`;

const KNOWN = `(select x.value from jsonb_array_elements(explained -> 'leftOut') x where x.value ->> 'meetingId' = why_meeting::text)`;

const WHY: Written<Begun> = {
  begin: `update plan_search set why_state = 'RUNNING', why_run = gen_random_uuid(), why_version = why_version + 1 where uuid = ? and why_state in ('QUEUED', 'RUNNING') and best is not null and ${KNOWN} is not null returning why_run as run, problem, seed, best, worth, ${KNOWN} as known`,
  // It stays true however it was ended, and where another meeting is asked about by then.
  write: `update plan_search set explained = ${saying(`f.found ->> 'meetingId'`, 'f.found')}, why_version = why_version + 1 from (select ?::jsonb as found) f where uuid = ? and why_run = ? returning why_state as state`,
  ask: `select why_state as state from plan_search where uuid = ? and why_run = ?`,
  // Whatever it has found in all its time is not asked for again; what could not go on may be.
  end: `update plan_search set (why_state, why_reason, explained) = (select e.state, e.reason, case when e.state = 'FAILED' then explained else ${saying('why_meeting::text', `x.value || '{"isLookedInto": true}'`)} end from (select ?::text as state, ?::text as reason) e), why_version = why_version + 1 where uuid = ? and why_run = ? and why_state = 'RUNNING'`,
  broken: `update plan_search set why_state = 'FAILED', why_reason = 'BROKEN', why_version = why_version + 1 where uuid = ? and why_state in ('QUEUED', 'RUNNING')`,
  task: ({ problem, seed, best, worth, known }, limits) => ({ problem, seed, limits, why: { best: { plan: best, value: worth }, before: known } }), kept: (begun) => new KeptWhy(begun), queue: queueWhy,
};

/** Looks into it, until it is over, or is to end. */
export const runWhy = (search: string, run: SearchRun): Promise<void> => runTask(search, WHY, run);
