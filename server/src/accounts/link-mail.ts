/** The mail with a link to sign in with. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { queueMail } from '../mail/index.ts';
import { LINK_LASTS, type SignInLink } from './sign-in.ts';

/** Queues the mail, in the transaction of `em`. The secret stands where no server is sent it: behind the `#`. A new link takes the place of one that waits. */
export async function mailLink(em: EntityManager, origin: string, { to, secret, locale }: SignInLink): Promise<void> {
  const link = `${origin}/${locale}/sign-in/confirm#${secret}`;
  await queueMail(em, { to, locale, template: 'signInLink', params: { link, minutes: LINK_LASTS }, key: `sign-in ${to}` });
}
