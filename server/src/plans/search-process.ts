/**
 * A process for one search, and in it a thread that searches: the process hears all the while whether to stop, and ends with whoever started it. It is given the problem, and knows no database and nobody's secret.
 * Where it has none yet, the thread warms up meanwhile.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { failureOf } from '../core/failure.ts';
import { searchForPlan } from './search-plan.ts';
import { warmUp } from './warm-up.ts';
import type { SearchGiven, SearchMessage, SearchOrder, SearchTask } from './search-task.ts';

interface Given {
  readonly task: SearchTask | null;
  /** Not zero once it is to stop, once there is a task, and while it waits. */
  readonly flags: Int32Array<SharedArrayBuffer>;
}

const [STOP, ASKED, WAITS] = [0, 1, 2];
/** How often it is asked how much memory the process has, in milliseconds. */
const LOOKS = 250;

/** Calls back once, when the process has more than so many megabytes in the memory of the machine. */
function watchMemory(most: number, exceeds: () => void): void {
  const clock = setInterval(() => {
    if (process.memoryUsage.rss() <= most * 1e6) return;
    clearInterval(clock);
    exceeds();
  }, LOOKS);
}

function begin({ task, flags }: Given): void {
  if (task) return search(task, flags);
  parentPort!.once('message', (later: SearchTask) => search(later, flags));
  warmUp(() => Atomics.load(flags, ASKED) !== 0);
}

/** Whether a search is to stop; it is asked again and again, and does not come back while the search is to wait. */
function isToStop(flags: Given['flags']): boolean {
  while (Atomics.load(flags, WAITS) !== 0 && Atomics.load(flags, STOP) === 0) Atomics.wait(flags, WAITS, 1);
  return Atomics.load(flags, STOP) !== 0;
}

function search(task: SearchTask, flags: Given['flags']): void {
  const tell = (message: SearchMessage): void => parentPort!.postMessage(message);
  try {
    searchForPlan(task, tell, () => isToStop(flags));
  } catch (error) {
    tell({ is: 'FAILED', reason: 'BROKEN', ...failureOf(error) });
  }
}

/** Whoever is to stop waits no longer. */
function obey(order: SearchOrder, flags: Given['flags']): void {
  if (order === 'STOP') Atomics.store(flags, STOP, 1);
  Atomics.store(flags, WAITS, order === 'WAIT' ? 1 : 0);
  Atomics.notify(flags, WAITS);
}

function listen(): void {
  const flags = new Int32Array(new SharedArrayBuffer(12));
  let thread: Worker | undefined;
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: SearchGiven | SearchOrder) => {
    if (typeof message === 'string') return obey(message, flags);
    if (message.task) Atomics.store(flags, ASKED, 1);
    if (thread) {
      thread.postMessage(message.task);
      return;
    }
    thread = new Worker(new URL(import.meta.url), { workerData: { task: message.task, flags } satisfies Given, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: message.memory } });
    const tell = (told: SearchMessage): void => void process.send!(told);
    thread.on('message', tell);
    // Whoever has not asked yet hears nothing.
    const tooMuch = (): void => (Atomics.load(flags, ASKED) === 0 ? process.exit(1) : tell({ is: 'FAILED', reason: 'MEMORY' }));
    thread.on('error', (error: Error & { code?: string }) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : process.exit(1)));
    watchMemory(message.resident, tooMuch);
  });
}

if (isMainThread) listen();
else begin(workerData as Given);
