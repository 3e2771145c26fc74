/** Making what changes rows fail at one of its statements. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { expect } from 'vitest';

/** What a test makes fail. */
export class Broken extends Error {}

/** At which statement it fails, from 1 (0 for none), and whether before it runs or once it has; `ran` counts those that came. */
export interface Failing {
  nth: number;
  when: 'BEFORE' | 'AFTER';
  ran: number;
}

/** The same `em`, and those of the transactions within it, whose statement `nth` fails: those that are prepared too. */
export function failing(em: EntityManager, fault: Failing): EntityManager {
  return new Proxy(em, {
    get(target, name) {
      if (name === 'execute') return broken(target.execute.bind(target), fault);
      if (name === 'getTransactionContext') return () => preparing(target, fault);
      if (name === 'transactional') return (work: (own: EntityManager) => Promise<unknown>) => target.transactional((own) => work(failing(own, fault)));
      const value = target[name as keyof EntityManager] as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** What prepared statements run on. */
function preparing(em: EntityManager, fault: Failing): unknown {
  const context = em.getTransactionContext<{ executeQuery: (statement: unknown) => Promise<unknown> }>();
  return context && new Proxy(context, { get: (target, name) => (name === 'executeQuery' ? broken(target.executeQuery.bind(target), fault) : Reflect.get(target, name, target)) });
}

function broken<Given extends unknown[], T>(run: (...given: Given) => Promise<T>, fault: Failing): (...given: Given) => Promise<T> {
  return async (...given) => {
    fault.ran += 1;
    const isIt = fault.ran === fault.nth;
    if (isIt && fault.when === 'BEFORE') throw new Broken('A fault that a test makes');
    const rows = await run(...given);
    if (isIt) throw new Broken('A fault that a test makes');
    return rows;
  };
}

/**
 * Does something with each of its statements failing in turn, before it runs and once it has: each time `picture`, of all that it could change, is what it was. At last nothing fails, and it is done.
 * Gives how often it failed.
 */
export async function failEverywhere(act: (hook: (em: EntityManager) => EntityManager) => Promise<unknown>, picture: () => Promise<string>): Promise<number> {
  const before = await picture();
  for (let failures = 0, nth = 1; ; nth += 1) {
    for (const when of ['BEFORE', 'AFTER'] as const) {
      const outcome: unknown = await act((em) => failing(em, { nth, when, ran: 0 })).then(() => 'DONE', (error: unknown) => (error instanceof Broken ? 'BROKEN' : error));
      if (outcome === 'DONE') {
        expect(await picture()).not.toBe(before);
        return failures;
      }
      expect(outcome).toBe('BROKEN');
      expect(await picture(), `statement ${nth} ${when}`).toBe(before);
      failures += 1;
    }
  }
}
