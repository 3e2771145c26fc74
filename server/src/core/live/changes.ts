/** Hearing of changes: one connection for the whole process listens to what transactions tell, and passes it on to who waits for it. */
import pg from 'pg';
import { connectionWith } from '../database/index.ts';

export interface ChangesOptions {
  readonly databaseUrl: string;
  /** What transactions tell it on. */
  readonly channel: string;
  /** Told when the connection is lost, and when there is another. */
  readonly log: (line: string) => void;
  /** In milliseconds: how often the connection is asked whether it is there. */
  readonly heartbeat?: number;
}

/** Told of a change by its key. */
type Tell = (key: string) => void;

const HEARTBEAT = 20_000;
const PATIENCE = 5_000;
/** Between two attempts to connect, in milliseconds: twice as long each time. */
const PAUSES = { first: 250, longest: 10_000 } as const;

const isPart = (key: string): boolean => key.includes('/');

export class Changes {
  readonly #options: ChangesOptions;
  readonly #byKey = new Map<string, Set<Tell>>();
  readonly #forAll = new Set<Tell>();
  readonly #epochs = new Map<string, number>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #epoch = 0;

  constructor(options: ChangesOptions) {
    this.#options = options;
  }

  /** Begins to listen. Where there is no connection it is tried again: nobody waits for it. */
  open(): void {
    void this.#connect(PAUSES.first);
  }

  /** Has `tell` told of each change of `key`, of all for null: but for those of a part (`key/part`), which only who asks for it is told of. Gives the way to stop that. */
  watch(key: string | null, tell: Tell): () => void {
    const set = key === null ? this.#forAll : (this.#byKey.get(key) ?? new Set());
    if (key !== null) this.#byKey.set(key, set);
    set.add(tell);
    return () => {
      set.delete(tell);
      if (key !== null && set.size === 0 && this.#byKey.get(key) === set) this.#byKey.delete(key);
    };
  }

  /** A number that is another one once `key` has changed; undefined while nobody would hear of that. */
  epochOf(key: string): number | undefined {
    return this.#client && this.#isWatched(key) ? this.#epoch + (this.#epochs.get(key) ?? 0) : undefined;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(pause: number): Promise<void> {
    const { databaseUrl, channel, log, heartbeat = HEARTBEAT } = this.#options;
    const client = new pg.Client({ ...connectionWith(databaseUrl, []), connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE, keepAlive: true, application_name: 'passerelle-live' });
    const lose = (): void => this.#lose(client, pause);
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload = '' }) => this.#pass(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      lose();
      return;
    }
    if (this.#isClosed) {
      await client.end().catch(() => undefined);
      return;
    }
    this.#client = client;
    if (pause > PAUSES.first) log('Changes are heard of again');
    // What was told in between was heard by nobody.
    this.#passAll();
    this.#beat(client, heartbeat, lose);
  }

  /** A connection whose other end is gone without a word is found out by asking. */
  #beat(client: pg.Client, heartbeat: number, lose: () => void): void {
    this.#timer = setTimeout(() => void client.query('select 1').then(() => this.#client === client && this.#beat(client, heartbeat, lose), lose), heartbeat).unref();
  }

  #lose(client: pg.Client, pause: number): void {
    client.removeAllListeners('end').removeAllListeners('error').on('error', () => undefined);
    void client.end().catch(() => undefined);
    if (this.#isClosed) return;
    if (this.#client === client) this.#options.log('Changes are not heard of at the moment');
    this.#client = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(Math.min(pause * 2, PAUSES.longest)), pause).unref();
  }

  #pass(key: string): void {
    // Also of what nobody watches: an answer that was kept before must not be taken for the one of now.
    if (!isPart(key)) this.#epochs.set(key, (this.#epochs.get(key) ?? 0) + 1);
    for (const tell of [...(this.#byKey.get(key) ?? []), ...(isPart(key) ? [] : this.#forAll)]) tell(key);
  }

  #isWatched(key: string): boolean {
    return this.#byKey.has(key) || (this.#forAll.size > 0 && !isPart(key));
  }

  #passAll(): void {
    this.#epoch += 1_000_000;
    for (const [key, own] of this.#byKey) for (const tell of own) tell(key);
    for (const key of this.#epochs.keys()) for (const tell of this.#forAll) tell(key);
  }
}
