/** Subscriptions, from the database that tells of changes to the streams that pass them on. */
import type { Logger } from 'pino';
import type { Accounts } from './accounts/index.ts';
import type { DatabaseUrls, ReadPool } from './core/database/index.ts';
import type { Handler } from './core/http/index.ts';
import { Changes, type StreamLimits, Streams, streamHandler } from './core/live/index.ts';
import type { ReadEngine } from './core/reader/index.ts';

/** What transactions tell of sessions on: see the migration that adds it. */
const CHANNEL = 'passerelle_session';

/** What is left out is as it should be; the tests say it otherwise. */
export interface LiveOptions {
  readonly limits?: StreamLimits;
  /** How often it is looked whether those who are signed in still are, in milliseconds. */
  readonly checkEvery?: number;
}

type HandlerOptions = Omit<Parameters<typeof streamHandler>[0], 'live' | 'streams'>;

export interface OpenStreams {
  readonly handler: Handler;
  /** Ends all streams, so that whoever reads them asks another server. */
  readonly end: () => void;
  readonly close: () => Promise<void>;
}

/** Listens, and gives what answers `/graphql/stream`. */
export function openStreams(
  { database, accounts, pool, engine, log, options = {}, ...handling }: HandlerOptions & {
    readonly database: DatabaseUrls; readonly accounts: Pick<Accounts, 'marksOf'>; readonly pool: ReadPool; readonly engine: ReadEngine; readonly log: Logger; readonly options?: LiveOptions | undefined;
  },
): OpenStreams {
  const changes = new Changes({ databaseUrl: database.app, channel: CHANNEL, log: (line) => log.warn(line) });
  const streams = new Streams({ marksOf: (sessions) => accounts.marksOf(sessions), ...options });
  changes.open();
  const handler = streamHandler({ ...handling, live: { changes, engine, run: pool.run }, streams });
  return { handler, end: () => streams.close(), close: () => changes.close() };
}
