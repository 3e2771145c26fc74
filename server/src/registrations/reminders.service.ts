/** Reminding those who have a place that their session is soon, and those who registered them: once, in their language. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { queueMails } from '../mail/index.ts';
import { sendLetters, writeReminder } from './letters.ts';
import { wordsOf } from './words.ts';
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
    await remindRegistrars(transaction, origin, session, reminded.map(({ id }) => id));
    return reminded.length;
  });
}

// Who no longer registers for them is told of nobody.
const REGISTRARS = `
  select b.email, coalesce(b.locale, 'fr') as locale, json_agg(p.name order by p.name, r.uuid) as names from registration r join participant p on p.uuid = r.participant_uuid
    join person b on b.id = r.registered_by_id and b.suspended_at is null and may_register(b.id, r.organisation_slug, r.country_code)
  where r.uuid = any(string_to_array(?, ' ')::uuid[]) group by b.id having not bool_and(p.email = b.email) order by b.email collate "C"`;

/** One mail to each who registered some of those who are reminded, with the names of theirs; none to who registered themselves alone. */
async function remindRegistrars(em: EntityManager, origin: string, session: string, reminded: readonly string[]): Promise<void> {
  if (reminded.length === 0) return;
  const registrars = await em.execute<{ email: string; locale: Locale; names: string[] }[]>(REGISTRARS, [reminded.join(' ')]);
  const words = await wordsOf(em, [session], []);
  await queueMails(em, registrars.map(({ names, ...to }) => writeReminder(names, to, session, words, origin)));
}

/** Of a session that was put off people are reminded again, when it is soon. Places are open, the session is held. */
export async function remindAgain(em: EntityManager, session: string): Promise<void> {
  await em.execute(
    `update registration r set reminded_at = null from training_session s where s.uuid = r.session_uuid and r.session_uuid = ? and r.reminded_at is not null and s.starts_at > now() + make_interval(days => ?)`, [session, REMIND_DAYS]);
}
