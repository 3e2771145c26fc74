/** Waiting for changes: many that come while nobody looks are one. */
import type { Changes } from './changes.ts';

export interface Signal {
  /** Settles with the keys that have changed since it settled last; with undefined when the stream is over. */
  next(): Promise<ReadonlySet<string> | undefined>;
  close(): void;
}

/** How long after what was told last more is waited for, in milliseconds: where much happens, it is told together. */
const TOGETHER = 250;

/** Waits for changes of these keys, of all for null, until `over`. */
export function signalOf(changes: Pick<Changes, 'watch'>, keys: string | readonly string[] | null, over: AbortSignal, together = TOGETHER): Signal {
  let changed = new Set<string>();
  let wake: (() => void) | undefined;
  let told = -Infinity;
  const stops = [keys].flat().map((key) => changes.watch(key, (which) => {
    changed.add(which);
    wake?.();
  }));
  const waked = (milliseconds?: number): Promise<void> => new Promise((resolve) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(() => wake?.(), milliseconds).unref();
    wake = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', wake!);
      wake = undefined;
      resolve();
    };
    over.addEventListener('abort', wake, { once: true });
  });
  return {
    async next() {
      while (!over.aborted) {
        const left = told + together - performance.now();
        if (changed.size > 0 && left <= 0) {
          const which = changed;
          [changed, told] = [new Set(), performance.now()];
          return which;
        }
        await waked(changed.size > 0 ? left : undefined);
      }
      return undefined;
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
