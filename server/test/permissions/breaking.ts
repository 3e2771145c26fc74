/** Making what changes rows fail at one of its statements: what is done then is undone by its transaction, or by nothing. */
type Execute = (...args: unknown[]) => Promise<unknown>;
type Em = { readonly execute: Execute; readonly transactional: <T>(work: (em: Em) => Promise<T>) => Promise<T> };
type TransactAs = (orm: unknown, person: string | null) => <T>(work: (em: Em) => Promise<T>) => Promise<T>;

/** After which statement it fails, from 1; 0 for none. `ran` counts those that ran, `transactions` those that began. */
export interface Fault {
  nth: number;
  ran: number;
  transactions: number;
  /** Whether what is done is undone at the end, as a fault of the transaction itself would. */
  isUndone: boolean;
}

class Broken extends Error {}
class Undone extends Error {}

function failing(em: Em, fault: Fault): Em {
  return new Proxy(em, {
    get(target, name) {
      if (name === 'execute') {
        return async (...args: unknown[]) => {
          const rows = await target.execute(...args);
          fault.ran += 1;
          if (fault.ran === fault.nth) throw new Broken('A fault that a test makes');
          return rows;
        };
      }
      if (name === 'transactional') return (work: (own: Em) => Promise<unknown>) => target.transactional((own) => work(failing(own, fault)));
      const value = target[name as keyof Em] as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The same as `transactAs`, with the fault. */
export function breaking(transactAs: TransactAs, fault: Fault): TransactAs {
  return (orm, person) => async (work) => {
    if (!fault.isUndone) return transactAs(orm, person)(work);
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
