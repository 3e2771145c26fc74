/** Waking those who do the jobs: a few times a second, however many come. */
import type { WorkerEvents, WorkerPool } from 'graphile-worker';

/** In milliseconds. */
const APART = 100;

/**
 * Has a pool wake its hands at once for what comes first, and for all that comes within a tenth of a second after that at its end. Each
 * transaction that adds jobs is told to every process, whose hands would all look for the same few; who has found one looks for the
 * next by itself.
 */
export function wakeInTurns(pool: WorkerPool, events: WorkerEvents): void {
  const wake = pool.nudge.bind(pool);
  let came = 0;
  let timer: NodeJS.Timeout | undefined;
  pool.nudge = (count) => {
    if (timer) return void (came += count);
    wake(count);
    timer = setTimeout(() => {
      timer = undefined;
      const more = came;
      came = 0;
      if (more > 0) pool.nudge(more);
    }, APART);
  };
  // Whoever has been told to end may not be woken.
  const rest = (): void => clearTimeout(timer);
  events.on('pool:gracefulShutdown', rest).on('pool:forcefulShutdown', rest);
}
