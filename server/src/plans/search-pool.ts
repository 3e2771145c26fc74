/**
 * Processes that search for plans: a few at once at most, each with a limit on its memory and on its time, ended by force where it does not end by itself. Whoever answers people waits for none of them. Once the pool is told to be ready,
 * a process waits for the next search, warm, and another one follows it when that is over.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { SearchGiven, SearchMessage, SearchTask } from './search-task.ts';

export interface SearchPoolOptions {
  /** How many processes at once. One: the jobs have two hands, and one is to stay free for mails. */
  readonly most?: number;
  /** In megabytes: what the thread that searches may have of what grows. */
  readonly memory?: number;
  /** In megabytes: what its process may have in the memory of the machine, with all that does not grow there. */
  readonly resident?: number;
  /** In milliseconds: how long one may take, after which it is told to stop. */
  readonly time?: number;
}

const MEMORY = 384;
const RESIDENT = 500;
const TIME = 180_000;
/** Who has not asked for a place again for so long does not wait for one any more, in milliseconds. */
const GONE = 10_000;
/** How long one that was told to stop may take to say what it has, in milliseconds. */
const LAST_WORDS = 400;

// The built server has one file for the process, beside its own.
const SEARCHER = new URL(import.meta.url.endsWith('.ts') ? './search-process.ts' : './search-process.js', import.meta.url);

/** Why a process is at its end: OVER by itself; TIME and STOPPED as it was told to; MEMORY, TOO_LARGE as it could not go on; BROKEN where it ended in the midst of it, or was killed. */
export type SearchEnd = 'OVER' | 'TIME' | 'STOPPED' | 'MEMORY' | 'TOO_LARGE' | 'BROKEN';

export interface RunningSearch {
  /** Of the process. */
  readonly pid: number | undefined;
  readonly ended: Promise<SearchEnd>;
  /** Has it end at once: what it says until then is heard. */
  readonly stop: () => void;
}

export class SearchPool {
  readonly #most: number;
  readonly #memory: Pick<SearchGiven, 'memory' | 'resident'>;
  readonly #time: number;
  readonly #running = new Set<RunningSearch>();
  /** Who waits for a place, the first first, and when they last asked. */
  readonly #asked = new Map<string, number>();
  #taken = 0;
  #isReady = false;
  /** The process that waits. */
  #waiting: ChildProcess | undefined;

  constructor({ most = 1, memory = MEMORY, resident = RESIDENT, time = TIME }: SearchPoolOptions = {}) {
    [this.#most, this.#memory, this.#time] = [most, { memory, resident }, time];
  }

  /** Takes a place for a search, at once; whether there was one that nobody waits for longer. Whoever has it gives it back; whoever has none asks again, or is not waited for any more after a while. */
  take(key: string): boolean {
    const now = performance.now();
    for (const [one, at] of this.#asked) if (now - at > GONE) this.#asked.delete(one);
    const first = this.#asked.keys().next();
    if (this.#taken >= this.#most || (!first.done && first.value !== key)) {
      this.#asked.set(key, now);
      return false;
    }
    this.#asked.delete(key);
    this.#taken += 1;
    return true;
  }

  giveBack(): void {
    this.#taken -= 1;
  }

  /** Of the processes that run. */
  get pids(): readonly (number | undefined)[] {
    return [...this.#running].map(({ pid }) => pid);
  }

  /** Of the process that waits for the next search; undefined where none does. */
  get waitingPid(): number | undefined {
    return this.#waiting?.pid;
  }

  /** From now on a process waits for the next search while none runs, until `close`. */
  beReady(): void {
    this.#isReady = true;
    this.#wait();
  }

  /** Ends what waits; searches that run are ended by whoever runs them. */
  close(): void {
    this.#isReady = false;
    this.#waiting?.kill('SIGKILL');
  }

  #wait(): void {
    if (!this.#isReady || this.#waiting || this.#running.size > 0) return;
    const child = begun();
    this.#waiting = child;
    const gone = (): void => { if (this.#waiting === child) this.#waiting = undefined; };
    // Whoever has no process ready begins one when it is needed.
    child.once('error', gone).once('exit', gone);
    child.send({ task: null, ...this.#memory } satisfies SearchGiven, () => undefined);
  }

  /** Begins a search; `hear` is told what it tells. Whoever calls has taken a place. */
  start(task: SearchTask, hear: (message: SearchMessage) => void): RunningSearch {
    const child = this.#waiting ?? begun();
    this.#waiting = undefined;
    const { ended, stop } = supervised(child, { time: this.#time, hear });
    child.send({ task, ...this.#memory } satisfies SearchGiven, () => undefined);
    const running = { pid: child.pid, stop, ended: ended.finally(() => this.#over(running)) };
    this.#running.add(running);
    return running;
  }

  #over(running: RunningSearch): void {
    this.#running.delete(running);
    this.#wait();
  }
}

const begun = (): ChildProcess => fork(SEARCHER, { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

/** Hears a process until it is gone, or was never there, and tells it to stop when its time is over. */
export function supervised(child: ChildProcess, { time, hear }: { readonly time: number; readonly hear: (message: SearchMessage) => void }): Pick<RunningSearch, 'ended' | 'stop'> {
  const { promise, resolve } = Promise.withResolvers<SearchEnd>();
  let end: SearchEnd | undefined;
  const kill = (): void => void child.kill('SIGKILL');
  let last: NodeJS.Timeout | undefined;
  const stopFor = (why: SearchEnd): void => {
    if (end) return;
    end = why;
    if (child.connected) child.send('STOP', () => undefined);
    last = setTimeout(kill, LAST_WORDS);
  };
  const clock = setTimeout(() => stopFor('TIME'), time);
  child.on('message', (message: SearchMessage) => {
    hear(message);
    if (message.is !== 'OVER' && message.is !== 'FAILED') return;
    end ??= 'reason' in message ? message.reason : 'OVER';
    kill();
  });
  const settle = (): void => {
    clearTimeout(clock);
    clearTimeout(last);
    // More memory than the thread may have is told; where the process itself has none left it ends.
    resolve(end ?? (child.signalCode === 'SIGABRT' ? 'MEMORY' : 'BROKEN'));
  };
  // One that could not be started has no end of which it would tell.
  child.on('error', () => (child.pid === undefined ? settle() : kill()));
  child.once('exit', settle);
  return { ended: promise, stop: () => stopFor('STOPPED') };
}
