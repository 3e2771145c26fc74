/** That nobody who teaches is engaged elsewhere at the same time: said before the database refuses it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';

/** The database's answer to two changes at once, of which each is right without the other. */
const EXCLUSION = '23P01';

const busy = (): UserError => new UserError('TRAINER_BUSY', 'Somebody who teaches in it is engaged elsewhere at the same time');

/**
 * Holds who teaches in a session and those who are to, in the order in which all hold them, until the transaction ends. Before anything of it is written: a mission that
 * takes the same person at once waits here, or is waited for, and neither waits for what the other has written.
 */
export async function holdTrainers(em: EntityManager, session: string, experts: readonly string[] = []): Promise<void> {
  await em.execute(
    `select pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (
       select t.expert_uuid as who from session_trainer t where t.session_uuid = ? union select y.who::uuid from jsonb_array_elements_text(?::jsonb) y(who) order by 1) x`, [session, JSON.stringify(experts)]);
}

/**
 * To be called once a session, its trainers or its parts are as they shall be. Throws TRAINER_BUSY, which undoes all of it, when somebody who teaches in it
 * would be in two places at once. It does not say who, nor by what they are engaged, nor when: that can be a mission, of which nobody may learn so.
 */
export async function refuseBusyTrainers(em: EntityManager, session: string): Promise<void> {
  const [{ twice }] = (await em.execute<{ twice: boolean }[]>('select is_engaged_twice(?) as twice', [session])) as [{ twice: boolean }];
  if (twice) throw busy();
  try {
    await em.execute('set constraints "expert_engaged_once", "expert_kinds_apart", "expert_stays_once", "expert_in_one_country" immediate');
  } catch (error) {
    throw (error as { code?: unknown }).code === EXCLUSION ? busy() : error;
  }
}
