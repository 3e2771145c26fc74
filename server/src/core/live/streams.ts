/** The streams that are open: how many there may be, and that each ends with what it was opened by. */
import { UserError } from '../errors.ts';

/** Whose stream it is. */
export interface StreamOwner {
  /** The key of who is signed in; null for a visitor. */
  readonly person: string | null;
  /** The id of their session; null for a visitor. */
  readonly session: string | null;
  readonly network: string;
}

/** Why a stream ends: what it was opened by is no longer so, or the server closes and another will answer. */
export type StreamEnd = 'OVER' | 'CLOSING';

interface Stream extends StreamOwner {
  /** What its session was good for when it was opened. */
  readonly mark: string | undefined;
  readonly end: (why: StreamEnd) => void;
}

/** What sessions are good for now, by their id: something else once their person may do something else. Those that are over are left out. */
export type Marks = (sessions: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** How many at a time, in one process. Many may have one network: an embassy, an office, a training room. */
export interface StreamLimits {
  readonly perPerson: number;
  readonly perNetwork: number;
  readonly all: number;
}

export interface StreamsOptions {
  readonly marksOf: Marks;
  readonly limits?: StreamLimits | undefined;
  /** How often it is looked whether those who are signed in still are, in milliseconds. */
  readonly checkEvery?: number | undefined;
}

const LIMITS: StreamLimits = { perPerson: 12, perNetwork: 60, all: 1_000 };
const CHECK_EVERY = 2_000;
const TRY_AGAIN = 30;

export class Streams {
  readonly #options: StreamsOptions;
  readonly #open = new Set<Stream>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Lets a stream in, which `end` ends. Gives the way to say that it has ended. Throws RATE_LIMITED, UNAUTHENTICATED, SERVICE_UNAVAILABLE. */
  async admit(owner: StreamOwner, end: (why: StreamEnd) => void): Promise<() => void> {
    this.#refuse(owner);
    const mark = owner.session === null ? undefined : (await this.#options.marksOf([owner.session])).get(owner.session);
    if (owner.session !== null && mark === undefined) throw new UserError('UNAUTHENTICATED', 'Sign in first');
    this.#refuse(owner);
    const stream: Stream = { ...owner, mark, end };
    this.#open.add(stream);
    this.#watch();
    return () => void this.#open.delete(stream);
  }

  /** Ends all, as another server will answer, and lets none in any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const stream of [...this.#open]) this.#end(stream, 'CLOSING');
  }

  #refuse({ person, network }: StreamOwner): void {
    const { perPerson, perNetwork, all } = this.#options.limits ?? LIMITS;
    if (this.#isClosed || this.#open.size >= all) throw new UserError('SERVICE_UNAVAILABLE', 'No more streams at the moment');
    const same = [...this.#open].filter((stream) => (person === null ? stream.person === null && stream.network === network : stream.person === person)).length;
    if (same >= (person === null ? perNetwork : perPerson)) throw new UserError('RATE_LIMITED', 'Too many streams at a time', { seconds: TRY_AGAIN });
  }

  #end(stream: Stream, why: StreamEnd): void {
    this.#open.delete(stream);
    stream.end(why);
  }

  #watch(): void {
    if (this.#timer !== undefined || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#check(), this.#options.checkEvery ?? CHECK_EVERY).unref();
  }

  /** One question for all who are signed in. Where it cannot be answered, nobody is held to be what they were. */
  async #check(): Promise<void> {
    const asked = [...this.#open].filter(({ session }) => session !== null);
    const marks = asked.length === 0 ? undefined : await this.#options.marksOf([...new Set(asked.map(({ session }) => session!))]).catch(() => new Map<string, string>());
    this.#timer = undefined;
    for (const stream of asked) if (marks?.get(stream.session!) !== stream.mark && this.#open.has(stream)) this.#end(stream, 'OVER');
    if ([...this.#open].some(({ session }) => session !== null)) this.#watch();
  }
}
