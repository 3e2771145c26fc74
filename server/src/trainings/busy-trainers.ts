/** That nobody who teaches is engaged elsewhere at the same time: said before the database refuses it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';

/** The database's answer to two changes at once, of which each is right without the other. */
const EXCLUSION = '23P01';

const busy = (): UserError => new UserError('TRAINER_BUSY', 'Somebody who teaches in it is engaged elsewhere at the same time');

/**
 * To be called once a session, its trainers or its parts are as they shall be. Throws TRAINER_BUSY, which undoes all of it, when somebody who teaches in it
 * would be in two places at once. It does not say who, nor by what they are engaged, nor when: that can be a mission, of which nobody may learn so.
 */
export async function refuseBusyTrainers(em: EntityManager, session: string): Promise<void> {
  const [{ twice }] = (await em.execute<{ twice: boolean }[]>('select is_engaged_twice(?) as twice', [session])) as [{ twice: boolean }];
  if (twice) throw busy();
  try {
    await em.execute('set constraints "expert_engaged_once", "expert_stays_once", "expert_in_one_country" immediate');
  } catch (error) {
    throw (error as { code?: unknown }).code === EXCLUSION ? busy() : error;
  }
}
