/** Inviting people to a session, taking an invitation back, sending it again. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret, standingsOf } from '../members/index.ts';
import { type Doing, type PartyPlace, sectorOf, wordsOf } from '../registrations/index.ts';
import type { SessionFacts } from '../trainings/index.ts';
import { type Invited, writeInvitation } from './invitation-mail.ts';
import type { SessionInvitationState } from './session-invitation.entity.ts';
import { invitationAbilities, mayInvite, takesInvitations } from './session-invitation.policy.ts';

/** Somebody to invite, and for whom they would take part: an organisation (a slug), an authority of a country, or, without either, themselves. */
export interface NewInvited {
  readonly name: string;
  /** In small letters, composed (NFC). */
  readonly email: string;
  readonly locale: Locale;
  readonly organisation: string | null;
  readonly isAuthority: boolean;
  /** A code; must be said where the organisation has none, or where there is no organisation. */
  readonly country: string | null;
}

export interface NewInvitations {
  /** The key of the session. */
  readonly session: string;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  readonly people: readonly NewInvited[];
  /** Counts so many people whom the key has not invited yet. Throws RATE_LIMITED. */
  readonly count: (people: number) => Promise<void>;
}

/** What came of it as a whole; CLOSED where the session takes no registrations. */
export const InviteOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', CLOSED: 'CLOSED' } as const;
export type InviteOutcome = keyof typeof InviteOutcome;

/** What came of it for one of them; CLOSED beside others who were invited before the session closed; ANSWERED, TAKEN_BACK and OVER of an invitation that the same key has sent before. */
export const InvitedOutcome = {
  SENT: 'SENT', ALREADY_INVITED: 'ALREADY_INVITED', ALREADY_REGISTERED: 'ALREADY_REGISTERED', REFUSED_BEFORE: 'REFUSED_BEFORE', YOURSELF: 'YOURSELF', CLOSED: 'CLOSED',
  ANSWERED: 'ANSWERED', TAKEN_BACK: 'TAKEN_BACK', OVER: 'OVER',
} as const;
export type InvitedOutcome = keyof typeof InvitedOutcome;

export interface InviteResult {
  readonly outcome: InviteOutcome;
  /** In the order in which they were sent. */
  readonly people: readonly { readonly email: string; readonly outcome: InvitedOutcome }[];
}

const SESSION = `
  select s.stage, s.country_code as country, s.starts_at <= now() as "hasBegun", s.ends_at <= now() as "isOver", coalesce(s.registration_until <= now(), false) as "isRegistrationOver",
    to_json(least(s.registration_until, s.starts_at))#>>'{}' as until, p.name as inviter, p.email as own
  from training_session s join person p on p.id = acting_person() where s.uuid = ?`;

interface Inviting extends SessionFacts {
  /** Until when registration is open, as ISO. */
  readonly until: string;
  readonly inviter: string;
  /** The address of who invites. */
  readonly own: string;
}

/** What is told of an invitation that the same key has sent before, by what has become of it. */
const SINCE = { SENT: 'SENT', ACCEPTED: 'ANSWERED', DECLINED: 'ANSWERED', REVOKED: 'TAKEN_BACK', EXPIRED: 'OVER' } as const satisfies Record<SessionInvitationState, InvitedOutcome>;

/** Whom this key has invited already, by their addresses, with how that stands now. Sent twice at once, the second waits for what the first has written. */
async function invitedBefore(em: EntityManager, { session, submission }: Pick<NewInvitations, 'session' | 'submission'>): Promise<Map<string, InvitedOutcome>> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('session_invitation ' || ?, 0))`, [submission]);
  const rows = await em.execute<{ email: string; state: SessionInvitationState }[]>('select email, invitation_state(uuid) as state from session_invitation where session_uuid = ? and submission = ?', [session, submission]);
  return new Map(rows.map(({ email, state }) => [email, SINCE[state]]));
}

/**
 * Invites people, each by a mail with a link of their own that can be used once, while the session takes registrations. No place is kept for them. Who is registered
 * or invited already, and who invites themselves, is told apart. Whom the same key has invited before is written to by nobody and uses up nothing: it is told how their invitation stands now, though the session be closed. Throws
 * BAD_USER_INPUT for an organisation or a country that is none, RATE_LIMITED.
 */
export async function inviteToSession(em: EntityManager, { person, origin }: Doing, { session, submission, people, count }: NewInvitations): Promise<InviteResult> {
  const [inviting] = await em.execute<Inviting[]>(SESSION, [session]);
  const isAllowed = inviting !== undefined && mayInvite(await standingsOf(em, person), inviting.country);
  const outcomes = isAllowed ? await invitedBefore(em, { session, submission }) : new Map<string, InvitedOutcome>();
  const others = people.filter(({ email }) => !outcomes.has(email));
  if (others.length > 0) await count(others.length);
  if (!isAllowed) return { outcome: inviting ? 'NOT_ALLOWED' : 'GONE', people: [] };
  const isOpen = takesInvitations(inviting);
  if (!isOpen && others.length === people.length) return { outcome: 'CLOSED', people: [] };
  const sent = isOpen ? await invitedNow(em, { session, submission, person }, inviting, others, outcomes) : [];
  await mail(em, origin, session, sent);
  return { outcome: 'DONE', people: people.map(({ email }) => ({ email, outcome: outcomes.get(email) ?? 'CLOSED' })) };
}

/** Invites each, and notes in `outcomes` what came of it. Those to write to. */
async function invitedNow(em: EntityManager, sending: Omit<Sending, 'hash'>, inviting: Inviting, people: readonly NewInvited[], outcomes: Map<string, InvitedOutcome>): Promise<Invited[]> {
  const sent: Invited[] = [];
  // In one order for all: two who invite the same wait for each other and not both.
  for (const one of people.toSorted((a, b) => (a.email < b.email ? -1 : 1))) {
    const { secret, hash } = newSecret();
    const outcome = one.email === inviting.own ? 'YOURSELF' : await invited(em, { ...sending, hash }, one);
    outcomes.set(one.email, outcome);
    if (outcome === 'SENT') sent.push({ email: one.email, locale: one.locale, name: one.name, inviter: inviting.inviter, secret, until: new Date(inviting.until) });
  }
  return sent;
}

async function mail(em: EntityManager, origin: string, session: string, sent: readonly Invited[]): Promise<void> {
  if (sent.length === 0) return;
  const about = (await wordsOf(em, [session], [])).sessions.get(session)!;
  await queueMails(em, sent.map((one) => writeInvitation(one, about, origin)));
}

interface Sending {
  readonly session: string;
  readonly submission: string;
  readonly person: string;
  readonly hash: string;
}

/** Writes the invitation of one of them. */
async function invited(em: EntityManager, { session, submission, person, hash }: Sending, one: NewInvited): Promise<InvitedOutcome> {
  const party = await partyOf(em, one);
  const [known] = await em.execute<{ state: string }[]>(`select state from registered_under(?, ?) where state <> 'WITHDRAWN' limit 1`, [session, one.email]);
  if (known) return known.state === 'REFUSED' ? 'REFUSED_BEFORE' : 'ALREADY_REGISTERED';
  // One whose sender may no longer prepare the session leads nowhere: it is taken back, so that this one takes its place.
  await em.execute(`update session_invitation set revoked_at = now() where session_uuid = ? and email = ? and accepted_at is null and declined_at is null and revoked_at is null and invitation_state(uuid) = 'REVOKED'`, [session, one.email]);
  const added = await em.execute<unknown[]>(
    `insert into session_invitation (uuid, session_uuid, email, name, locale, organisation_slug, country_code, sector, invited_by_id, submission, secret_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (session_uuid, email) where accepted_at is null and declined_at is null and revoked_at is null do nothing returning 1`,
    [v7(), session, one.email, one.name, one.locale, party.organisation, party.country, party.sector, person, submission, hash]);
  return added.length > 0 ? 'SENT' : 'ALREADY_INVITED';
}

/** For whom they would take part. Throws BAD_USER_INPUT where there is no such organisation for who asks, or no such country. */
async function partyOf(em: EntityManager, { organisation, country, isAuthority }: Pick<NewInvited, 'organisation' | 'country' | 'isAuthority'>): Promise<PartyPlace> {
  const [found] = organisation === null ? [] : await em.execute<{ kind: string; country: string | null }[]>('select kind, country_code as country from organisation where slug = ?', [organisation]);
  if (organisation !== null && !found) throw new UserError('BAD_USER_INPUT', 'There is no such organisation', { field: 'organisation' });
  const own = found?.country ?? country;
  if (own === null || (await em.execute<unknown[]>('select from country where code = ?', [own])).length === 0) throw new UserError('BAD_USER_INPUT', 'Say in which country they work', { field: 'country' });
  if (found) return { organisation, country: own, sector: sectorOf(found.kind) };
  return { organisation: null, country: own, sector: isAuthority ? 'AUTHORITY' : 'OTHER' };
}

/** What came of taking an invitation back, or of sending it again: TOO_LATE when it is no longer in a state for that; GONE is also said of those that are not for who asks. */
export const SessionInvitationOutcome = { DONE: 'DONE', GONE: 'GONE', TOO_LATE: 'TOO_LATE' } as const;
export type SessionInvitationOutcome = keyof typeof SessionInvitationOutcome;

interface Held {
  readonly session: string;
  readonly email: string;
  readonly locale: Locale;
  readonly name: string;
  readonly state: SessionInvitationState;
  /** Whether it was sent under the key that is asked about, at first or again. */
  readonly isAgain: boolean;
}

/** An invitation of a session that who asks prepares, held until the transaction ends where it can be changed, with the session. `submission` is the key that is asked about. */
async function held(em: EntityManager, id: string, submission: string | null = null): Promise<(Held & { readonly inviting: Inviting }) | undefined> {
  await em.execute('select from session_invitation where uuid = ? for update', [id]);
  const [found] = await em.execute<Held[]>(`select session_uuid as session, email, locale, name, invitation_state(uuid) as state, coalesce(?::uuid = any (resubmissions || submission), false) as "isAgain" from session_invitation where uuid = ?`, [submission, id]);
  const [inviting] = found ? await em.execute<Inviting[]>(SESSION, [found.session]) : [];
  return found && inviting && { ...found, inviting };
}

/** Takes an invitation back: its link is void at once. One that is taken back stays so; TOO_LATE for one that was answered. */
export async function revokeSessionInvitation(em: EntityManager, { person }: Doing, id: string): Promise<SessionInvitationOutcome> {
  const found = await held(em, id);
  if (!found) return 'GONE';
  const { revoke } = invitationAbilities(await standingsOf(em, person), { country: found.inviting.country, state: found.state });
  if (found.state !== 'REVOKED' && !revoke) return 'TOO_LATE';
  await em.execute('update session_invitation set revoked_at = now() where uuid = ? and revoked_at is null', [id]);
  return 'DONE';
}

/** What is sent again, and under which key; `count` counts that it is. */
interface Resending {
  readonly id: string;
  readonly submission: string;
  /** Throws RATE_LIMITED. */
  readonly count: () => Promise<void>;
}

/**
 * Sends an invitation again, in the name of who asks, with a new link; the former link is void. Under a key that has sent it before nothing is sent, and nothing used up: it is told that it is done, or
 * TOO_LATE where it was taken back since. Throws RATE_LIMITED.
 */
export async function resendSessionInvitation(em: EntityManager, { person, origin }: Doing, { id, submission, count }: Resending): Promise<SessionInvitationOutcome> {
  const found = await held(em, id, submission);
  if (found?.isAgain) return found.state === 'REVOKED' ? 'TOO_LATE' : 'DONE';
  await count();
  if (!found) return 'GONE';
  const { session, email, locale, name, inviting, state } = found;
  if (!invitationAbilities(await standingsOf(em, person), { country: inviting.country, state }).resend) return 'TOO_LATE';
  const { secret, hash } = newSecret();
  await em.execute('update session_invitation set secret_hash = ?, sent_at = now(), invited_by_id = ?, resubmissions = resubmissions || ?::uuid where uuid = ?', [hash, person, submission, id]);
  await mail(em, origin, session, [{ email, locale, name, inviter: inviting.inviter, secret, until: new Date(inviting.until) }]);
  return 'DONE';
}
