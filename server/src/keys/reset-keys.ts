/** What the operator does for somebody who has lost every key and every recovery code, or whose account somebody else may reach. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { mailKeyChange } from './key-mail.ts';

/** The language of a mail to somebody who has never chosen one. */
const UNCHOSEN: Locale = 'fr';

/** What somebody signs in with, where they are signed in, the address that is to take the place of theirs, and where their calendars are read. */
const HELD = ['passkey', 'authenticator', 'recovery_codes', 'sign_in_account', 'sign_in_session', 'address_change', 'calendar_link'];

/**
 * Takes away all that somebody signs in with beside the link in their mail: keys, recovery codes, the identity at a provider that
 * their account is bound to. Signs them out everywhere, and makes worthless what was begun: links to sign in, a change of address, and
 * the addresses of their calendars, which whoever made them reads without signing in.
 * They are told by mail; the trail says what went. `em` is the owner's. Throws when nobody has the address.
 */
export async function resetKeys(em: EntityManager, email: string): Promise<void> {
  await em.transactional(async (transaction) => {
    const [person] = await transaction.execute<{ id: string; email: string; locale: Locale | null }[]>('select id, email, locale from person where email = ?', [email.toLowerCase()]);
    if (!person) throw new Error(`Nobody has the address ${email}`);
    for (const table of HELD) await transaction.execute(`delete from "${table}" where person_id = ?`, [person.id]);
    await transaction.execute('delete from sign_in_verification where position(to_json(?::text)::text in value) > 0', [person.email]);
    await mailKeyChange(transaction, { to: person.email, locale: person.locale ?? UNCHOSEN, change: 'KEYS_RESET' });
  });
}
