/** Inviting, and accepting an invitation. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { admit, type MemberRole, openEntrance, scopeOf } from '../accounts/index.ts';
import { queueMail } from '../mail/index.ts';
import { hashOf, newSecret } from './link-secret.ts';
import { mayInvite, mayManage, type Place, type Standing } from './members.policy.ts';
import { isServed, standingsOf } from './standing.ts';

/** For how many days an invitation can be accepted. */
export const INVITATION_DAYS = 14;

/** Who does something, and where links lead. */
export interface Doing {
  /** The key of who asks. */
  readonly person: string;
  /** Where people reach the site. */
  readonly origin: string;
}

/** Somebody to invite. `country` is a code, `organisation` a slug; null where the role is for none. */
export interface NewInvitation {
  readonly email: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly locale: Locale;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  /** Counts an invitation that the key has not sent yet. Throws RATE_LIMITED. */
  readonly count: () => Promise<void>;
}

/** What came of inviting somebody; WITHDRAWN and EXPIRED of an invitation that the same key has sent before. */
export const InviteOutcome = { SENT: 'SENT', NOT_ALLOWED: 'NOT_ALLOWED', WITHDRAWN: 'WITHDRAWN', EXPIRED: 'EXPIRED' } as const;
export type InviteOutcome = keyof typeof InviteOutcome;

/** The place that a role would be at, with the organisation's own country; undefined when there is no such place for this role. */
async function placeFor(em: EntityManager, { role, country, organisation }: Pick<NewInvitation, 'role' | 'country' | 'organisation'>): Promise<Place | undefined> {
  const scope = scopeOf(role);
  if (scope === 'NGO' || scope === 'INTERNATIONAL') {
    const [found] = organisation === null || country !== null ? [] : await em.execute<{ country: string | null }[]>(
      `select country_code as country from organisation where slug = ? and kind = ? and (is_published or concerns_acting(slug, country_code))`, [organisation, scope]);
    return found && { role, country: found.country, organisation };
  }
  if (organisation !== null || (scope === 'COUNTRY') !== (country !== null)) return undefined;
  if (country !== null && (await em.execute<unknown[]>('select from country where code = ?', [country])).length === 0) return undefined;
  return { role, country, organisation };
}

/**
 * Invites somebody, by a mail with a link that can be used once within 14 days. Nobody is looked for under the address, so
 * that the answer does not depend on whether it is somebody's. An invitation to the same place that is open is withdrawn:
 * this one takes its place. Under a key that has sent it before nothing is sent, and nothing used up: it is told how that invitation stands now. Throws RATE_LIMITED.
 */
export async function inviteMember(em: EntityManager, doing: Doing, given: NewInvitation): Promise<InviteOutcome> {
  const place = await placeFor(em, given);
  const isAllowed = place !== undefined && mayInvite(await standingsOf(em, doing.person), place, await isServed(em, place.country));
  const before = isAllowed ? await sentBefore(em, given) : undefined;
  if (before) return before;
  await given.count();
  if (!isAllowed) return 'NOT_ALLOWED';
  const { email, name, role, country, organisation, locale, submission } = given;
  await em.execute(
    `update invitation set withdrawn_at = now() where email = ? and role = ? and country_code is not distinct from ? and organisation_slug is not distinct from ?
     and accepted_at is null and withdrawn_at is null`, [email, role, country, organisation],
  );
  const id = v7();
  const { secret, hash } = newSecret();
  await em.execute(
    `insert into invitation (uuid, name, email, role, country_code, organisation_slug, locale, invited_by_id, submission, secret_hash, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(days => ?))`,
    [id, name, email, role, country, organisation, locale, doing.person, submission, hash, INVITATION_DAYS],
  );
  await mailInvitation(em, doing, { id, email, locale, secret });
  return 'SENT';
}

/** How the invitation stands that the same key has sent before; undefined where it has sent none. Sent twice at once, the second waits for what the first has written. */
async function sentBefore(em: EntityManager, { email, name, role, country, organisation, locale, submission }: NewInvitation): Promise<InviteOutcome | undefined> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('invitation ' || ?, 0))`, [submission]);
  const [before] = await em.execute<{ outcome: InviteOutcome }[]>(
    `select case when withdrawn_at is not null then 'WITHDRAWN' when accepted_at is null and expires_at <= now() then 'EXPIRED' else 'SENT' end as outcome from invitation
     where submission = ? and email = ? and name = ? and locale = ? and role = ? and country_code is not distinct from ? and organisation_slug is not distinct from ?`, [submission, email, name, locale, role, country, organisation]);
  return before?.outcome;
}

async function mailInvitation(em: EntityManager, { person, origin }: Doing, { id, email, locale, secret }: { id: string; email: string; locale: Locale; secret: string }): Promise<void> {
  const [inviter] = await em.execute<{ name: string }[]>('select name from person where id = ?', [person]);
  const until = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
  await queueMail(em, { to: email, locale, template: 'invitation', params: { inviter: inviter!.name, link: `${origin}/${locale}/invitation#${secret}`, until }, key: `invitation ${id}` });
}

/** What came of withdrawing an invitation or of sending it again: GONE is also said of those that are not for who asks. */
export const InvitationOutcome = { DONE: 'DONE', GONE: 'GONE', TOO_LATE: 'TOO_LATE', NOT_ALLOWED: 'NOT_ALLOWED' } as const;
export type InvitationOutcome = keyof typeof InvitationOutcome;

interface OpenInvitation extends Place {
  readonly email: string;
  readonly locale: Locale;
  readonly isAccepted: boolean;
  readonly isWithdrawn: boolean;
  /** Whether it was sent under the key that is asked about, at first or again. */
  readonly isAgain: boolean;
}

/** An invitation that who asks may change, held until the transaction ends, with what they act as. `submission` is the key that is asked about. */
async function heldInvitation(em: EntityManager, person: string, id: string, submission: string | null = null): Promise<{ found: OpenInvitation; standings: Standing[] } | undefined> {
  const [found] = await em.execute<OpenInvitation[]>(
    `select i.email, i.locale, i.role, coalesce(i.country_code, o.country_code) as country, i.organisation_slug as organisation,
       i.accepted_at is not null as "isAccepted", i.withdrawn_at is not null as "isWithdrawn", coalesce(?::uuid = any (i.resubmissions || i.submission), false) as "isAgain"
     from invitation i left join organisation o on o.slug = i.organisation_slug where i.uuid = ? for update of i`, [submission, id],
  );
  const standings = await standingsOf(em, person);
  return found && mayManage(standings, found) ? { found, standings } : undefined;
}

/** Withdraws an invitation: its link is void at once. One that is withdrawn stays so. */
export async function withdrawInvitation(em: EntityManager, person: string, id: string): Promise<InvitationOutcome> {
  const held = await heldInvitation(em, person, id);
  if (!held) return 'GONE';
  const { found } = held;
  if (found.isAccepted) return 'TOO_LATE';
  if (!found.isWithdrawn) await em.execute('update invitation set withdrawn_at = now() where uuid = ?', [id]);
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
 * Sends an invitation again, in the name of who asks, with a new link for 14 days; the former link is void. Under a key that has sent it before nothing is sent, and nothing used up: it is told that it is done, or
 * TOO_LATE where it was withdrawn since. Throws RATE_LIMITED.
 */
export async function resendInvitation(em: EntityManager, doing: Doing, { id, submission, count }: Resending): Promise<InvitationOutcome> {
  const held = await heldInvitation(em, doing.person, id, submission);
  if (held?.found.isAgain) return held.found.isWithdrawn ? 'TOO_LATE' : 'DONE';
  await count();
  if (!held) return 'GONE';
  const { found, standings } = held;
  if (found.isAccepted || found.isWithdrawn) return 'TOO_LATE';
  if (!mayInvite(standings, found, await isServed(em, found.country))) return 'NOT_ALLOWED';
  const { secret, hash } = newSecret();
  await em.execute('update invitation set secret_hash = ?, sent_at = now(), expires_at = now() + make_interval(days => ?), invited_by_id = ?, resubmissions = resubmissions || ?::uuid where uuid = ?', [hash, INVITATION_DAYS, doing.person, submission, id]);
  await mailInvitation(em, doing, { id, email: found.email, locale: found.locale, secret });
  return 'DONE';
}

/** What came of accepting an invitation. Who holds the secret may be told. */
export const AcceptanceOutcome = { ACCEPTED: 'ACCEPTED', UNKNOWN: 'UNKNOWN', USED: 'USED', WITHDRAWN: 'WITHDRAWN', EXPIRED: 'EXPIRED', OTHER_PERSON: 'OTHER_PERSON' } as const;
export type AcceptanceOutcome = keyof typeof AcceptanceOutcome;

interface Found {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly role: MemberRole;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly acceptedBy: string | null;
  readonly isAccepted: boolean;
  readonly isVoid: boolean;
  readonly isExpired: boolean;
  /** Whose address it is, if anybody's. */
  readonly person: string | null;
  readonly isSuspended: boolean;
}

/** `isVoid`: withdrawn, or whoever sent it may no longer invite there, whatever took that from them. */
const INVITED = `
  select i.uuid as id, i.email, i.name, i.locale, i.role, i.country_code as country, i.organisation_slug as organisation, i.accepted_by_id as "acceptedBy",
    i.accepted_at is not null as "isAccepted", i.expires_at <= now() as "isExpired",
    i.withdrawn_at is not null or i.invited_by_id is null or not may_invite(i.invited_by_id, i.role, i.country_code, i.organisation_slug) as "isVoid",
    p.id as person, coalesce(p.suspended_at is not null, false) as "isSuspended"
  from invitation i left join person p on p.email = i.email where i.secret_hash = ? for update of i`;

/** Why an invitation cannot be accepted by `actor` (the key of who is signed in, or null); undefined when it can. */
function obstacle(found: Found | undefined, actor: string | null): AcceptanceOutcome | undefined {
  if (!found || found.isSuspended) return 'UNKNOWN';
  if (actor !== null && found.person !== actor) return 'OTHER_PERSON';
  if (found.isAccepted) return actor !== null && found.acceptedBy === actor ? 'ACCEPTED' : 'USED';
  if (found.isVoid) return 'WITHDRAWN';
  return found.isExpired ? 'EXPIRED' : undefined;
}

/**
 * Accepts the invitation with this secret: makes the account where the address has none, adds the role, and uses the link
 * up. Whoever is signed in with another address changes nothing. Doing it again as the same person is as doing it once.
 * Gives the address of an account that was made by it, which its person is signed in to. To one that was there they sign in by
 * themselves: a mail of two weeks ago is not to open what else they may do.
 */
export async function acceptInvitation(em: EntityManager, secret: string, actor: string | null): Promise<{ outcome: AcceptanceOutcome; email?: string }> {
  await openEntrance(em);
  const [found] = await em.execute<Found[]>(INVITED, [hashOf(secret)]);
  const refused = obstacle(found, actor);
  if (refused) return { outcome: refused };
  const { id, email } = found!;
  const person = await admit(em, found!);
  // From here on it is they who act, in the trail too.
  await em.execute(`select set_config('passerelle.person', ?, true)`, [person]);
  await em.execute('update invitation set accepted_at = now(), accepted_by_id = ? where uuid = ?', [person, id]);
  return { outcome: 'ACCEPTED', ...(found!.person === null && { email }) };
}
