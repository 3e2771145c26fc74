/** Trying what changes rows without changing them. */

type TransactAs = (orm: unknown, person: string | null) => <T>(work: (em: { execute: (statement: string) => Promise<unknown> }) => Promise<T>) => Promise<T>;

class Undone extends Error {}

/** The same, but what is done in a transaction is undone at its end, once every rule that waits for it has been asked; while `isOn`. */
export function undoing(transactAs: TransactAs, when: { readonly isOn: boolean }): TransactAs {
  return (orm, person) => async (work) => {
    if (!when.isOn) return transactAs(orm, person)(work);
    let came: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
    try {
      await transactAs(orm, person)(async (em) => {
        came = { value: await work(em) };
        await em.execute('set constraints all immediate');
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
    return came!.value;
  };
}
