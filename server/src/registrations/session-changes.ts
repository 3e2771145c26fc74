/** What a change of a session asks for: those who are registered and those who teach are told, places that it adds are offered, and who waits for an embassy that is no longer asked is placed. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { queueMails } from '../mail/index.ts';
import { type SessionChange, whenSessionChanges } from '../trainings/index.ts';
import { sendLetters, type Taught, type Trainer, writeTrainer } from './letters.ts';
import { wordsOf } from './words.ts';
import { closePlaces, holdSession, offerPlaces, openPlaces, releaseAwaiting } from './places.service.ts';
import { remindAgain } from './reminders.service.ts';

/** What is to be done. */
interface Follow {
  readonly isCancelled: boolean;
  readonly isMoved: boolean;
  /** Only where in its town it is held is another. */
  readonly isFoundElsewhere: boolean;
  readonly isReleased: boolean;
  readonly isServed: boolean;
}

function followOf({ kinds, after }: SessionChange): Follow {
  const isCancelled = kinds.includes('CANCELLED');
  const isReleased = kinds.includes('VALIDATION') && !after.needsValidation;
  const isMoved = kinds.includes('TIME') || kinds.includes('PLACE') || kinds.includes('DAYS');
  return {
    isCancelled, isReleased, isMoved, isFoundElsewhere: !isMoved && kinds.includes('VENUE'),
    isServed: !isCancelled && (isReleased || kinds.includes('PLACES') || kinds.includes('REOPENED')),
  };
}

/** In the transaction of the change: both are done, or neither is. */
async function followSession(em: EntityManager, session: string, change: SessionChange): Promise<void> {
  const follow = followOf(change);
  const taught = taughtBy(change, follow);
  if (!Object.values(follow).some(Boolean) && taught.size === 0) return;
  await openPlaces(em);
  const held = await holdSession(em, session);
  await tellRegistered(em, session, change, follow);
  await tellTrainers(em, session, change, taught);
  if (change.kinds.includes('TIME')) await remindAgain(em, session);
  // Who waits for a place comes before who waited for the embassy.
  if (follow.isServed) await offerPlaces(em, change.origin, session);
  if (follow.isReleased && held.isServed) await releaseAwaiting(em, change.origin, session);
  await closePlaces(em);
}

const REGISTERED = ['AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED'];

async function tellRegistered(em: EntityManager, session: string, { origin, entered }: SessionChange, { isCancelled, isMoved, isFoundElsewhere }: Follow): Promise<void> {
  if (!isCancelled && !isMoved && !isFoundElsewhere) return;
  const [change, states] = [isCancelled ? 'CANCELLED' as const : 'CHANGED' as const, isFoundElsewhere && !isCancelled ? ['CONFIRMED'] : REGISTERED];
  const registered = await em.execute<{ id: string }[]>(`select uuid as id from registration where session_uuid = ? and state = any(string_to_array(?, ' ')) order by uuid`, [session, states.join(' ')]);
  await sendLetters(em, origin, registered.map(({ id }) => ({ registration: id, change, toCoordinator: true, entered })));
}

/** What those who teach in it are told, by the keys of the experts: each one thing. They are first told of it when it is announced. */
function taughtBy({ kinds, before, after, reassigned = [] }: SessionChange, { isCancelled, isMoved, isFoundElsewhere }: Follow): ReadonlyMap<string, Taught> {
  const isNew = kinds.includes('OPENED');
  const told = (trainers: readonly string[], change: Taught): [string, Taught][] => trainers.map((expert) => [expert, change]);
  const stays = isCancelled ? 'CANCELLED' : 'CHANGED';
  return new Map([
    ...told(reassigned, 'OTHER_PARTS'), ...(isCancelled || isMoved || isFoundElsewhere ? told(after.trainers, stays) : []),
    ...told(after.trainers.filter((expert) => isNew || !before.trainers.includes(expert)), 'TEACHING'),
    ...told(before.trainers.filter((expert) => !after.trainers.includes(expert)), 'NOT_TEACHING'),
  ]);
}

async function tellTrainers(em: EntityManager, session: string, { origin, entered }: SessionChange, taught: ReadonlyMap<string, Taught>): Promise<void> {
  if (taught.size === 0) return;
  const trainers = await em.execute<Trainer[]>(
    `select x.expert, x.email, x.locale, x.name, exists (select from registration r where r.session_uuid = ? and r.state = 'CONFIRMED' and lower(r.email) = lower(x.email)) as "hasPlace" from experts_to_tell(string_to_array(?, ' ')::uuid[]) x`, [session, [...taught.keys()].join(' ')]);
  const untold = [...taught.keys()].filter((expert) => !trainers.some((trainer) => trainer.expert === expert));
  if (untold.length > 0) await em.execute(`select record_untold_trainers(?, string_to_array(?, ' ')::uuid[])`, [session, untold.join(' ')]);
  const about = (await wordsOf(em, [session], [])).sessions.get(session)!;
  await queueMails(em, trainers.map((trainer) => writeTrainer(trainer, taught.get(trainer.expert)!, about, { origin, entered })));
}

whenSessionChanges(followSession);
