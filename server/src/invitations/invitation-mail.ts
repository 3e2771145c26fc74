/** The mail to who is invited to a session. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { placeIn, type SessionInWords } from '../calendars/index.ts';
import type { AnyMail } from '../mail/index.ts';
import { aboutSession, whyCancelled } from '../registrations/index.ts';

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

/** What becomes of a session that somebody is still invited to: it is held at another time or place, or not at all. */
export type InvitedTo = 'CHANGED' | 'CANCELLED';

/** The mail that tells it them. */
export function writeChange({ email, locale, name }: Pick<Invited, 'email' | 'locale' | 'name'>, change: InvitedTo, about: SessionInWords, origin: string): AnyMail {
  const facts = { ...aboutSession(about, locale, origin), place: placeIn({ ...about, venue: null }), name };
  if (change === 'CANCELLED') return { to: email, locale, template: 'registrationReason', params: { ...facts, change, reason: whyCancelled(about, locale) } };
  return { to: email, locale, template: 'registration', params: { ...facts, change, country: '', position: 0, waits: null } };
}
