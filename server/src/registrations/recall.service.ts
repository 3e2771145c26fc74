/** Reminding those who validate of registrations that nobody has answered: once of each. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { openEntrance } from '../accounts/index.ts';
import { queueMails } from '../mail/index.ts';
import { whoDecides } from '../members/index.ts';
import { openPlaces } from './places.service.ts';

/** After how many days without an answer they are reminded. */
export const RECALL_DAYS = 7;

const UNANSWERED = `registration x join training_session s on s.uuid = x.session_uuid
    where x.state = 'AWAITING_VALIDATION' and x.recalled_at is null and x.registered_at <= now() - make_interval(days => ${RECALL_DAYS}) and s.stage in ('OPEN', 'CLOSED') and s.starts_at > now()`;
// What somebody decides about at this moment is left to them, and looked at again the next day.
const RECALLED = `update registration r set recalled_at = now() where r.uuid in (select x.uuid from ${UNANSWERED} and x.country_code = ? for update of x skip locked) returning r.uuid`;

/** The countries from which something has waited for a week, by their codes. */
export async function countriesToRecall(em: EntityManager): Promise<string[]> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    const rows = await transaction.execute<{ country: string }[]>(`select distinct x.country_code as country from ${UNANSWERED} order by 1`);
    return rows.map(({ country }) => country);
  });
}

/**
 * Reminds those who validate what comes from a country of what has waited for them for a week: one mail to each, however many wait. It says of
 * nobody who waits. `told` has the addresses that this run has written to: they get no second mail, and those of this country are added. Where
 * nobody validates, all goes on waiting for somebody who can be told.
 */
export async function recall(em: EntityManager, origin: string, country: string, told: Set<string>): Promise<void> {
  const written = await em.transactional(async (transaction) => {
    await openEntrance(transaction);
    const officers = await whoDecides(transaction, country);
    if (officers.length === 0) return [];
    await openPlaces(transaction);
    const recalled = await transaction.execute<unknown[]>(RECALLED, [country]);
    if (recalled.length === 0) return [];
    await queueMails(transaction, officers.filter(({ email }) => !told.has(email)).map(({ email, locale }) => {
      const spoken = locale ?? 'fr';
      return { to: email, locale: spoken, template: 'registrationsUnanswered' as const, params: { link: `${origin}/${spoken}/registrations` } };
    }));
    return officers;
  });
  for (const { email } of written) told.add(email);
}
