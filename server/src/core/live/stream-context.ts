/** What a subscription is given beside what every operation is. */
import type { Context } from '../context.ts';
import type { ReadEngine, RunStatement } from '../reader/index.ts';
import type { Changes } from './changes.ts';

export interface Live {
  readonly changes: Pick<Changes, 'watch' | 'epochOf'>;
  readonly engine: Pick<ReadEngine, 'execute'>;
  /** Runs one statement as somebody, whom the rules of the tables know. */
  readonly run: RunStatement;
}

export interface StreamContext extends Context {
  readonly live: Live;
  /** Aborted when the stream is over. */
  readonly over: AbortSignal;
}
