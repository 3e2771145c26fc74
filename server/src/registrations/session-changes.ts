/** What a change of a session asks for: those who are registered are told, and places that it adds are offered. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type SessionChange, whenSessionChanges } from '../trainings/index.ts';
import { sendLetters } from './letters.ts';
import { closePlaces, holdSession, offerPlaces, openPlaces } from './places.service.ts';

/** In the transaction of the change: both are done, or neither is. */
async function followSession(em: EntityManager, session: string, { kinds, origin }: SessionChange): Promise<void> {
  const isCancelled = kinds.includes('CANCELLED');
  const isMoved = kinds.includes('TIME') || kinds.includes('PLACE');
  const isServed = kinds.includes('PLACES') || kinds.includes('REOPENED');
  if (!isCancelled && !isMoved && !isServed) return;
  await openPlaces(em);
  await holdSession(em, session);
  if (isCancelled || isMoved) {
    const registered = await em.execute<{ id: string }[]>(
      `select uuid as id from registration where session_uuid = ? and state in ('AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED') order by uuid`, [session]);
    await sendLetters(em, origin, registered.map(({ id }) => ({ registration: id, change: isCancelled ? 'CANCELLED' : 'CHANGED', toCoordinator: true })));
  }
  if (isServed && !isCancelled) await offerPlaces(em, origin, session);
  await closePlaces(em);
}

whenSessionChanges(followSession);
