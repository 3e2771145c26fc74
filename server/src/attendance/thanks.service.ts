/** Thanking those who were at a session: once, each in their language, when it is known that they were there. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { holdSession, openPlaces, tellThanked, type Thanked } from '../registrations/index.ts';

/** The sessions that are over and at which somebody was who has not been thanked, the first first. */
export async function sessionsToThank(em: EntityManager): Promise<string[]> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    return (await transaction.execute<{ id: string }[]>('select id from sessions_to_thank() id')).map(({ id }) => id);
  });
}

/**
 * Thanks those who were at a session and have not been thanked. That they are is written with the mails, in one transaction and while the session is held: whatever
 * runs twice or at once, each address is sent one. `origin` is where people reach the site. How many.
 */
export async function thank(em: EntityManager, origin: string, session: string): Promise<number> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    await holdSession(transaction, session);
    const thanked = await transaction.execute<Thanked[]>('select name, email, locale, certificate, questions from thank_attendees(?)', [session]);
    await tellThanked(transaction, origin, session, thanked);
    return thanked.length;
  });
}
