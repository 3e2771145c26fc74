/** What the operator does for somebody who has lost every key and every recovery code. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { mailKeyChange } from './key-mail.ts';

/** The language of a mail to somebody who has never chosen one. */
const UNCHOSEN: Locale = 'fr';

/** Takes all of somebody's keys away and signs them out everywhere; they are told by mail. `em` is the owner's. Throws when nobody has the address. */
export async function resetKeys(em: EntityManager, email: string): Promise<void> {
  await em.transactional(async (transaction) => {
    const [person] = await transaction.execute<{ id: string; email: string; locale: Locale | null }[]>('select id, email, locale from person where email = ?', [email.toLowerCase()]);
    if (!person) throw new Error(`Nobody has the address ${email}`);
    for (const table of ['passkey', 'authenticator', 'recovery_codes', 'sign_in_session']) await transaction.execute(`delete from "${table}" where person_id = ?`, [person.id]);
    await mailKeyChange(transaction, { to: person.email, locale: person.locale ?? UNCHOSEN, change: 'KEYS_RESET' });
  });
}
