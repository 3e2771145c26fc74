/** Invented invitations to an invented session: one that nobody has answered yet, and one that was declined. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chance } from './random.ts';

const INVITED = [
  { email: 'invited.one@ministry.example', name: 'Ана Петровска', locale: 'mk', days: 3, declined: null },
  { email: 'invited.two@ministry.example', name: 'Marko Ilić', locale: 'sr-Latn', days: 6, declined: 4 },
] as const;

/** Writes them to the next session after `today` that takes registrations, in the name of who prepares it. */
export async function fillInvitations(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const [session] = await em.execute<{ uuid: string; by: string; country: string }[]>(
    `select uuid, prepared_by_id as by, country_code as country from training_session where is_demonstration and stage = 'OPEN' and country_code is not null and starts_at > ?::timestamptz + interval '14 days' order by starts_at, uuid limit 1`, [today]);
  if (!session) return;
  const ago = (days: number): Date => new Date(today.getTime() - days * 86_400_000);
  for (const { email, name, locale, days, declined } of INVITED) {
    const [uuid, submission] = [luck.uuid(ago(days)), luck.uuid(ago(days))];
    await em.execute(
      `insert into session_invitation (uuid, session_uuid, email, name, locale, country_code, sector, invited_by_id, submission, secret_hash, sent_at, declined_at, is_demonstration) values (?, ?, ?, ?, ?, ?, 'AUTHORITY', ?, ?, ?, ?, ?, true)`,
      [uuid, session.uuid, email, name, locale, session.country, session.by, submission, `invented ${uuid}`, ago(days), declined === null ? null : ago(declined)]);
  }
}
