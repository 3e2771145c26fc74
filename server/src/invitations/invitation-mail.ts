/** The mail to who is invited to a session. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { placeIn, type SessionInWords } from '../calendars/index.ts';
import type { AnyMail } from '../mail/index.ts';
import { aboutSession } from '../registrations/index.ts';

/** Who is invited to a session, as they are written to; `inviter`: the name of who invites them; `secret`: what their link holds; `until`: when it can no longer be used. */
export interface Invited {
  readonly email: string;
  readonly locale: Locale;
  readonly name: string;
  readonly inviter: string;
  readonly secret: string;
  readonly until: Date;
}

/** The mail to who is invited to a session. Where in its town it is held is for those who come. */
export function writeInvitation({ email, locale, name, inviter, secret, until }: Invited, about: SessionInWords, origin: string): AnyMail {
  const facts = { ...aboutSession(about, locale, origin), place: placeIn({ ...about, venue: null }), link: `${origin}/${locale}/session-invitation#${secret}` };
  return { to: email, locale, template: 'sessionInvitation', params: { ...facts, name, inviter, until } };
}
