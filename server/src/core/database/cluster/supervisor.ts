import { setTimeout as pause } from 'node:timers/promises';
import { endPostmaster, signalPostmaster, type StopMode } from './ending.ts';
import { endOrphan } from './orphan.ts';
import { launchPostmaster, whyNotReady, type Postmaster } from './postmaster.ts';
import type { Trouble } from './server-log.ts';
import type { Setup } from './setup.ts';

/** The care for one running PostgreSQL, until it is stopped. */
export interface Supervision {
  /** Ends the care and the PostgreSQL; resolves when it has really ended. */
  stop(mode?: StopMode): Promise<void>;
}

const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 15_000;
// One that was ready can be so again: only starts that fail are tried ever more seldom.
const LONGEST_AFTER_READY = 1_000;
// One that lived this long did not die of being started: the next pause is short again.
const STEADY_LIFE = 60_000;

/** Starts PostgreSQL again on the same port, so that pools reconnect, whenever it ends without having been told to. */
export function supervise(setup: Setup, url: URL, first: Postmaster): Supervision {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { pgCtl } = setup.binaries;
  let current = first;
  let wait = SHORTEST_PAUSE;

  // A server that leaves without stop() should not leave PostgreSQL behind, even if the next start would end it.
  const endWithServer = () => {
    if (!current.hasEnded()) signalPostmaster(current.pid, 'INT', pgCtl);
  };
  process.once('exit', endWithServer);

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      const since = performance.now();
      const how = await current.ended;
      if (signal.aborted) return;
      if (performance.now() - since > STEADY_LIFE) wait = SHORTEST_PAUSE;
      await bringBack(how);
    }
  }

  async function bringBack(how: string): Promise<void> {
    const since = performance.now();
    const event = `PostgreSQL ended by itself (${how})`;
    while (!signal.aborted) {
      await pause(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_PAUSE);
      if (signal.aborted) return;
      const trouble = await tryOnce();
      if (signal.aborted) return;
      const took = Math.round(performance.now() - since);
      if (!trouble) {
        wait = Math.min(wait, LONGEST_AFTER_READY);
        return setup.log(`${event} and is back on port ${url.port} after ${took} ms`);
      }
      setup.log(`${event} and cannot come back because ${trouble.reason}: next try in ${wait} ms`);
    }
  }

  async function tryOnce(): Promise<Trouble | undefined> {
    try {
      await endOrphan(setup);
      if (signal.aborted) return undefined;
      current = launchPostmaster(setup, url.port);
      return await whyNotReady(setup, current, url);
    } catch (error) {
      return { kind: 'other', reason: (error as Error).message };
    }
  }

  const watching = watch();
  return {
    async stop(mode = 'fast') {
      stopping.abort();
      process.off('exit', endWithServer);
      await endPostmaster(current.pid, pgCtl, current.hasEnded, mode);
      await watching;
    },
  };
}
