/**
 * A process for one search, and in it a thread that searches: the process hears all the while whether to stop, and ends with whoever started it. It is given the problem, and knows no database and nobody's secret.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { failureOf } from '../core/failure.ts';
import { searchForPlan } from './search-plan.ts';
import type { SearchGiven, SearchMessage, SearchTask } from './search-task.ts';

interface Given {
  readonly task: SearchTask;
  /** Not zero once it is to stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}

function search({ task, stop }: Given): void {
  const tell = (message: SearchMessage): void => parentPort!.postMessage(message);
  try {
    searchForPlan(task, tell, () => Atomics.load(stop, 0) !== 0);
  } catch (error) {
    tell({ is: 'FAILED', reason: 'BROKEN', ...failureOf(error) });
  }
}

function listen(): void {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: SearchGiven | 'STOP') => {
    if (message === 'STOP') {
      Atomics.store(stop, 0, 1);
      return;
    }
    const thread = new Worker(new URL(import.meta.url), { workerData: { task: message.task, stop } satisfies Given, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: message.memory } });
    const tell = (told: SearchMessage): void => void process.send!(told);
    thread.on('message', tell);
    thread.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') process.exit(1);
      tell({ is: 'FAILED', reason: 'MEMORY' });
    });
  });
}

if (isMainThread) listen();
else search(workerData as Given);
