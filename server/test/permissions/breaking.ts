/** Making what changes rows fail at one of its statements: what is done then is undone by its transaction, or by nothing. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { failing, type Failing } from '../failing.ts';

type TransactAs = (orm: unknown, person: string | null) => <T>(work: (em: EntityManager) => Promise<T>) => Promise<T>;

/** `transactions` counts those that began. */
export interface Fault extends Failing {
  transactions: number;
  /** Whether what is done is undone at the end, as a fault of the transaction itself would. */
  isUndone: boolean;
}

class Undone extends Error {}

/** The same as `transactAs`, with the fault. */
export function breaking(transactAs: TransactAs, fault: Fault): TransactAs {
  return (orm, person) => async (work) => {
    if (!fault.isUndone) return transactAs(orm, person)((em) => work(failing(em, fault)));
    fault.transactions += 1;
    let came: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
    try {
      await transactAs(orm, person)(async (em) => {
        came = { value: await work(failing(em, fault)) };
        await em.execute('set constraints all immediate');
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
    return came!.value;
  };
}
