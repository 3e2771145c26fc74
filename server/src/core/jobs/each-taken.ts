/** Work on things that the database gives one at a time: what runs twice or at once takes none twice. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** Takes one, telling its key, and works on it; whether there was one. `passed`: the keys of those that were taken before. */
type TakeOne = (em: EntityManager, passed: readonly string[], took: (key: string) => void) => Promise<boolean>;

/** Does something for a purpose that the rules of rows know, in a transaction of its own. */
export function actingFor<T>(em: EntityManager, purpose: 'availability' | 'consultations' | 'files' | 'monitoring' | 'papers' | 'slots' | 'plans', work: (em: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.purpose', ?, true)`, [purpose]);
    return work(transaction);
  });
}

/**
 * Takes one after the other, each in a transaction of its own: what one refuses takes back itself alone, and the others go on. Throws the first refusal at the end, so that the journal of jobs tells of it and it is tried again.
 */
export async function eachTaken(em: EntityManager, purpose: 'availability' | 'consultations' | 'monitoring' | 'slots', takeOne: TakeOne): Promise<void> {
  const passed: string[] = [];
  let refusal: unknown;
  for (let isLeft = true; isLeft;) {
    const before = passed.length;
    try {
      isLeft = await actingFor(em, purpose, (own) => takeOne(own, passed, (key) => passed.push(key)));
    } catch (error) {
      refusal ??= error;
      isLeft = passed.length > before;
    }
  }
  if (refusal !== undefined) throw refusal;
}
