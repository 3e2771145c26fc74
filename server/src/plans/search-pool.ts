/**
 * Processes that search for plans, each with a limit on its memory and on its time, ended by force where it does not end by itself. One goes on at a time (`search-places.ts`); for whoever is set aside the clock stands still. Whoever answers
 * people waits for none of them. Once the pool is told to be ready, a process waits for the next search, warm, and another one follows it as soon as the plan of that is final.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { searchClock } from './search-clock.ts';
import { type Place, SearchPlaces, type Urgency } from './search-places.ts';
import type { SearchGiven, SearchMessage, SearchOrder, SearchTask } from './search-task.ts';

export interface SearchPoolOptions {
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
/** How long one that was told to stop may take to say what it has, in milliseconds. */
const LAST_WORDS = 400;
/** Beside how many that explain a plan another process may wait. */
const MOST_BESIDE = 1;

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

interface Supervised extends Pick<RunningSearch, 'ended' | 'stop'> {
  /** Has it wait where it is, without its time running, or go on. */
  readonly turn: (goes: boolean) => void;
}

export class SearchPool {
  readonly #memory: Pick<SearchGiven, 'memory' | 'resident'>;
  readonly #time: number;
  readonly #running = new Set<RunningSearch>();
  readonly #places = new SearchPlaces(() => this.#wait());
  #isReady = false;
  /** The process that waits. */
  #waiting: ChildProcess | undefined;

  constructor({ memory = MEMORY, resident = RESIDENT, time = TIME }: SearchPoolOptions = {}) {
    [this.#memory, this.#time] = [{ memory, resident }, time];
  }

  /** Takes a place at once, where there is one that nobody waits for longer. Whoever has it gives it back; whoever has none asks again, or is not waited for any more after a while. */
  take(key: string, urgency: Urgency): Place | undefined {
    return this.#places.take(key, urgency);
  }

  /** Of the processes that run. */
  get pids(): readonly (number | undefined)[] {
    return [...this.#running].map(({ pid }) => pid);
  }

  /** Of the process that waits for the next search; undefined where none does. */
  get waitingPid(): number | undefined {
    return this.#waiting?.pid;
  }

  /** From now on a process waits for the next search while no plan is looked for, until `close`. */
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
    if (!this.#isReady || this.#waiting || this.#places.isUrgent || this.#running.size > MOST_BESIDE) return;
    const child = begun();
    this.#waiting = child;
    const gone = (): void => { if (this.#waiting === child) this.#waiting = undefined; };
    // Whoever has no process ready begins one when it is needed.
    child.once('error', gone).once('exit', gone);
    child.send({ task: null, ...this.#memory } satisfies SearchGiven, () => undefined);
  }

  /** Begins the search of whoever has a place; `hear` is told what it tells. */
  start(place: Place, task: SearchTask, hear: (message: SearchMessage) => void): RunningSearch {
    const child = this.#waiting ?? begun();
    this.#waiting = undefined;
    const { ended, stop, turn } = supervised(child, {
      time: this.#time,
      hear: (message) => {
        if (message.is === 'SOLVED' || message.is === 'CUT') place.settle();
        hear(message);
      },
    });
    child.send({ task, ...this.#memory } satisfies SearchGiven, () => undefined);
    place.listen(turn);
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
export function supervised(child: ChildProcess, { time, hear }: { readonly time: number; readonly hear: (message: SearchMessage) => void }): Supervised {
  const { promise, resolve } = Promise.withResolvers<SearchEnd>();
  let end: SearchEnd | undefined;
  const kill = (): void => void child.kill('SIGKILL');
  const order = (what: SearchOrder): void => {
    if (child.connected) child.send(what, () => undefined);
  };
  let last: NodeJS.Timeout | undefined;
  const stopFor = (why: SearchEnd): void => {
    if (end) return;
    end = why;
    order('STOP');
    last = setTimeout(kill, LAST_WORDS);
  };
  const clock = searchClock(time, () => stopFor('TIME'));
  child.on('message', (message: SearchMessage) => {
    hear(message);
    if (message.is !== 'OVER' && message.is !== 'FAILED') return;
    end ??= 'reason' in message ? message.reason : 'OVER';
    kill();
  });
  const settle = (): void => {
    clock.holdUp();
    clearTimeout(last);
    // More memory than the thread may have is told; where the process itself has none left it ends.
    resolve(end ?? (child.signalCode === 'SIGABRT' ? 'MEMORY' : 'BROKEN'));
  };
  // One that could not be started has no end of which it would tell.
  child.on('error', () => (child.pid === undefined ? settle() : kill()));
  child.once('exit', settle);
  const turn = (goes: boolean): void => {
    order(goes ? 'GO_ON' : 'WAIT');
    if (goes) clock.goOn();
    else clock.holdUp();
  };
  return { ended: promise, stop: () => stopFor('STOPPED'), turn };
}
