/** Reminding those who have a place that their session is soon: once, in their language, with its calendar file. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sendLetters } from './letters.ts';
import { holdSession, openPlaces } from './places.service.ts';

/** How many days before a session people are reminded. */
export const REMIND_DAYS = 3;

const SOON = `s.stage in ('OPEN', 'CLOSED') and s.starts_at > now() and s.starts_at <= now() + make_interval(days => ${REMIND_DAYS})`;

/** The sessions that are soon and of which somebody has not been reminded, the first first. */
export async function sessionsToRemind(em: EntityManager): Promise<string[]> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    const rows = await transaction.execute<{ id: string }[]>(
      `select s.uuid as id from training_session s where ${SOON} and exists (select from registration r where r.session_uuid = s.uuid and r.state = 'CONFIRMED' and r.reminded_at is null) order by s.starts_at, s.uuid`);
    return rows.map(({ id }) => id);
  });
}

/**
 * Reminds those who have a place in a session that is soon. That they are reminded is written with the mails, in one transaction and
 * while the session is held: whatever runs twice or at once, each is reminded once, and nobody of what has just been called off. To how many.
 */
export async function remind(em: EntityManager, origin: string, session: string): Promise<number> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    await holdSession(transaction, session);
    const reminded = await transaction.execute<{ id: string }[]>(
      `update registration r set reminded_at = now() from training_session s where s.uuid = r.session_uuid and r.session_uuid = ? and r.state = 'CONFIRMED' and r.reminded_at is null and ${SOON} returning r.uuid as id`, [session]);
    await sendLetters(transaction, origin, reminded.map(({ id }) => ({ registration: id, change: 'REMINDER', toCoordinator: false })));
    return reminded.length;
  });
}

/** Of a session that was put off people are reminded again, when it is soon. Places are open, the session is held. */
export async function remindAgain(em: EntityManager, session: string): Promise<void> {
  await em.execute(
    `update registration r set reminded_at = null from training_session s where s.uuid = r.session_uuid and r.session_uuid = ? and r.reminded_at is not null and s.starts_at > now() + make_interval(days => ?)`, [session, REMIND_DAYS]);
}
