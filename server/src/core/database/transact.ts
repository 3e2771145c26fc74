/** Changing rows: in one transaction, as who asks. */
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { runPrepared } from './prepared.ts';
import { translateError } from './read-pool.ts';

/**
 * Does `work` in one transaction in which the rules of the tables and the trail know who asks; what it throws undoes all of
 * it. Throws what the database says as a refusal where it is one (SERVICE_UNAVAILABLE, TIMEOUT, BAD_USER_INPUT).
 */
export type Transact = <T>(work: (em: EntityManager) => Promise<T>) => Promise<T>;

/** How changes are made for `person`, the key of who asks; null for a visitor. */
export function transactAs(orm: MikroORM, person: string | null): Transact {
  return async (work) => {
    try {
      return await orm.em.fork().transactional(async (em) => {
        await runPrepared(em, `select set_config('passerelle.person', $1, true)`, [person ?? '']);
        return work(em);
      });
    } catch (error) {
      throw translateError(error);
    }
  };
}
