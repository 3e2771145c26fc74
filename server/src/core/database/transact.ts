/** Changing rows: in one transaction, as who asks. */
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { translateError } from './read-pool.ts';

/**
 * Does `work` in one transaction in which the rules of the tables and the trail know who asks; what it throws undoes all of
 * it. Throws what the database says as a refusal where it is one (SERVICE_UNAVAILABLE, TIMEOUT, BAD_USER_INPUT).
 */
export type Transact = <T>(work: (em: EntityManager) => Promise<T>) => Promise<T>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Says who asks until the transaction ends: without values, so that it goes in the message that begins the transaction. */
function saying(person: string | null): string {
  if (person !== null && !UUID.test(person)) throw new Error('Not the key of a person');
  return `set local passerelle.person = '${person ?? ''}'`;
}

/** How changes are made for `person`, the key of who asks; null for a visitor. */
export function transactAs(orm: MikroORM, person: string | null): Transact {
  return async (work) => {
    try {
      return await orm.em.fork().transactional(async (em) => {
        await em.execute(saying(person));
        return work(em);
      });
    } catch (error) {
      throw translateError(error);
    }
  };
}
