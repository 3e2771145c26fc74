/** What a change of a session asks for: those who are registered and those who teach are told, places that it adds are offered, and who waits for an embassy that is no longer asked is placed. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { queueMails } from '../mail/index.ts';
import { type SessionChange, whenSessionChanges } from '../trainings/index.ts';
import { sendLetters, type Trainer, wordsOf, writeTrainer } from './letters.ts';
import { closePlaces, holdSession, offerPlaces, openPlaces, releaseAwaiting } from './places.service.ts';
import { remindAgain } from './reminders.service.ts';

/** What is to be done. */
interface Follow {
  readonly isCancelled: boolean;
  readonly isMoved: boolean;
  readonly isReleased: boolean;
  readonly isServed: boolean;
}

function followOf({ kinds, after }: SessionChange): Follow {
  const isCancelled = kinds.includes('CANCELLED');
  const isReleased = kinds.includes('VALIDATION') && !after.needsValidation;
  return {
    isCancelled, isReleased, isMoved: kinds.includes('TIME') || kinds.includes('PLACE'),
    isServed: !isCancelled && (isReleased || kinds.includes('PLACES') || kinds.includes('REOPENED')),
  };
}

/** In the transaction of the change: both are done, or neither is. */
async function followSession(em: EntityManager, session: string, change: SessionChange): Promise<void> {
  const follow = followOf(change);
  if (!Object.values(follow).some(Boolean)) return;
  await openPlaces(em);
  const held = await holdSession(em, session);
  if (follow.isCancelled || follow.isMoved) await tell(em, session, change.origin, follow.isCancelled ? 'CANCELLED' : 'CHANGED');
  if (change.kinds.includes('TIME')) await remindAgain(em, session);
  // Who waits for a place comes before who waited for the embassy.
  if (follow.isServed) await offerPlaces(em, change.origin, session);
  if (follow.isReleased && held.isServed) await releaseAwaiting(em, change.origin, session);
  await closePlaces(em);
}

async function tell(em: EntityManager, session: string, origin: string, change: 'CANCELLED' | 'CHANGED'): Promise<void> {
  const registered = await em.execute<{ id: string }[]>(
    `select uuid as id from registration where session_uuid = ? and state in ('AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED') order by uuid`, [session]);
  await sendLetters(em, origin, registered.map(({ id }) => ({ registration: id, change, toCoordinator: true })));
  const trainers = await em.execute<Trainer[]>('select email, locale, name from trainers_to_tell(?)', [session]);
  const words = await wordsOf(em, [session], []);
  await queueMails(em, trainers.map((trainer) => writeTrainer(trainer, change, session, words, origin)));
}

whenSessionChanges(followSession);
