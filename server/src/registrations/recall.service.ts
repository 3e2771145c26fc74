/** Reminding those who validate of registrations that nobody has answered: once of each. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { openEntrance } from '../accounts/index.ts';
import { queueMails } from '../mail/index.ts';
import { type Officer, whoDecides } from '../members/index.ts';
import { openPlaces } from './places.service.ts';

/** After how many days without an answer they are reminded. */
export const RECALL_DAYS = 7;

// What somebody decides about at this moment is left to them, and looked at again the next day.
const RECALLED = `
  update registration r set recalled_at = now() where r.uuid in (
    select x.uuid from registration x join training_session s on s.uuid = x.session_uuid
    where x.state = 'AWAITING_VALIDATION' and x.recalled_at is null and x.registered_at <= now() - make_interval(days => ?) and s.stage in ('OPEN', 'CLOSED') and s.starts_at > now()
    for update of x skip locked) returning r.country_code as country`;

/** Reminds those who validate of what has waited for them for a week: one mail to each, however many wait. It says of nobody who waits. Gives to how many. */
export async function recall(em: EntityManager, origin: string): Promise<number> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    const recalled = await transaction.execute<{ country: string }[]>(RECALLED, [RECALL_DAYS]);
    await openEntrance(transaction);
    const told = new Map<string, Officer>();
    for (const country of new Set(recalled.map((row) => row.country))) for (const officer of await whoDecides(transaction, country)) told.set(officer.email, officer);
    await queueMails(transaction, [...told.values()].map(({ email, locale }) => {
      const spoken = locale ?? 'fr';
      return { to: email, locale: spoken, template: 'registrationsUnanswered' as const, params: { link: `${origin}/${spoken}/registrations` } };
    }));
    return told.size;
  });
}
