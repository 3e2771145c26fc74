/** Asking for access, and deciding about it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { admit, type MemberRole, openEntrance } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { queueMail } from '../mail/index.ts';
import { addUnpublishedOrganisation } from '../organisations/index.ts';
import type { AccessDecision } from './access-request.entity.ts';
import type { Doing } from './invitations.service.ts';
import { hashOf, newSecret } from './link-secret.ts';
import { mayDecide } from './members.policy.ts';
import { isServed, standingsOf } from './standing.ts';

/** For how many days the link can be used by which somebody shows that the address is theirs. */
export const REQUEST_DAYS = 3;

/** Who asks, and for which organisation: one of the directory by its slug, or a new one by name and country. */
export interface NewRequest {
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly organisationWebsite: string | null;
  /** The code of the country of a new organisation. */
  readonly country: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly message: string;
  readonly locale: Locale;
}

/** The country of the organisation that is asked for. Throws BAD_USER_INPUT where there is no such organisation or country. */
async function countryOf(em: EntityManager, { organisation, organisationName, country }: NewRequest): Promise<string> {
  const [found] = organisation !== null
    ? await em.execute<{ country: string }[]>(`select country_code as country from organisation where slug = ? and kind = 'NGO' and is_published and country_code is not null`, [organisation])
    : await em.execute<{ country: string }[]>('select code as country from country where code = ?', [country]);
  if (!found || (organisation === null && organisationName === null)) throw new UserError('BAD_USER_INPUT', 'Name an organisation of the directory, or a new one with its country', { field: 'organisation' });
  return found.country;
}

/**
 * Keeps the request and sends a link to the address: nobody sees the request before the link was used, and no account is
 * made. Whether the address has an account is not looked at. Throws VICTIM_DATA, BAD_USER_INPUT.
 */
export async function requestAccess(em: EntityManager, origin: string, request: NewRequest): Promise<void> {
  refuseVictimsData('message', request.message);
  const country = await countryOf(em, request);
  await openEntrance(em);
  const { secret, hash } = newSecret();
  const { organisation, name, email, role, message, locale } = request;
  const isNew = organisation === null;
  // What the same address has not confirmed is replaced.
  await em.execute('delete from access_request where email = ? and confirmed_at is null', [email]);
  await em.execute(
    `insert into access_request (uuid, country_code, organisation_slug, organisation_name, organisation_website, name, email, role, message, locale, secret_hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [v7(), country, organisation, isNew ? request.organisationName : null, isNew ? request.organisationWebsite : null, name, email, role, message, locale, hash],
  );
  const until = new Date(Date.now() + REQUEST_DAYS * 86_400_000);
  await queueMail(em, { to: email, locale, template: 'confirmRequest', params: { link: `${origin}/${locale}/request-access/confirm#${secret}`, until }, key: `request ${email}` });
}

interface Officer {
  readonly email: string;
  readonly locale: Locale | null;
}

/** Those of some roles who may act today, with the language of their mails. */
const OFFICERS = `
  select distinct p.email, p.locale from member m join person p on p.id = m.person_id
  where m.role = any(string_to_array(?, ' ')) and (?::text is null or m.country_code = ?) and p.suspended_at is null and m.suspended_at is null
    and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')`;

async function whoDecides(em: EntityManager, country: string): Promise<Officer[]> {
  const post = await em.execute<Officer[]>(OFFICERS, ['SCAC SSI', country, country]);
  return post.length > 0 ? post : em.execute<Officer[]>(OFFICERS, ['ADVISER ASSISTANT', null, null]);
}

/**
 * Shows that the address is theirs, by the secret of the link: from then on those who decide see the request, and are told
 * by mail. False when the link is unknown or too old. A link that was used stays good, and tells nobody twice.
 */
export async function confirmAccessRequest(em: EntityManager, origin: string, secret: string): Promise<boolean> {
  await openEntrance(em);
  const [found] = await em.execute<{ country: string; isConfirmed: boolean; id: string }[]>(
    `select uuid as id, country_code as country, confirmed_at is not null as "isConfirmed" from access_request
     where secret_hash = ? and (confirmed_at is not null or created_at > now() - make_interval(days => ?)) for update`, [hashOf(secret), REQUEST_DAYS],
  );
  if (!found) return false;
  if (found.isConfirmed) return true;
  await em.execute('update access_request set confirmed_at = now() where uuid = ?', [found.id]);
  for (const { email, locale } of await whoDecides(em, found.country)) {
    const spoken = locale ?? 'fr';
    await queueMail(em, { to: email, locale: spoken, template: 'accessRequested', params: { link: `${origin}/${spoken}/approvals` } });
  }
  return true;
}

/** What came of deciding: TOO_LATE when somebody else has decided, or otherwise; GONE is also said of those that are not for who asks. */
export const DecisionOutcome = { DECIDED: 'DECIDED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type DecisionOutcome = keyof typeof DecisionOutcome;

interface Waiting {
  readonly country: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly organisationWebsite: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly locale: Locale;
  readonly decision: AccessDecision | null;
  readonly decidedBy: string | null;
}

/** One that who asks may decide about, held until the transaction ends: of two who decide at once the second sees what the first has decided. */
const HELD = `
  select country_code as country, organisation_slug as organisation, organisation_name as "organisationName", organisation_website as "organisationWebsite",
    name, email, role, locale, decision, decided_by_id as "decidedBy"
  from access_request where uuid = ? and confirmed_at is not null for update`;

/**
 * Decides about a request. Approved, its organisation is added unpublished where the directory has none, and the address
 * gets an account and the role; the first of an organisation coordinates it, whatever they asked for. They are told by mail,
 * with the reason. Deciding the same again as the same person is as doing it once. Throws VICTIM_DATA for a reason that tells
 * who a person is, BAD_USER_INPUT for a refusal without one.
 */
export async function decideAccessRequest(em: EntityManager, { person, origin }: Doing, id: string, { decision, reason }: { decision: AccessDecision; reason: string }): Promise<DecisionOutcome> {
  refuseVictimsData('reason', reason);
  if (decision === 'REFUSED' && reason === '') throw new UserError('BAD_USER_INPUT', 'A refusal has a reason', { field: 'reason' });
  const [found] = await em.execute<Waiting[]>(HELD, [id]);
  if (!found || !mayDecide(await standingsOf(em, person), found.country, await isServed(em, found.country))) return 'GONE';
  if (found.decision) return found.decision === decision && found.decidedBy === person ? 'DECIDED' : 'TOO_LATE';
  await em.execute('update access_request set decision = ?, decided_at = now(), decided_by_id = ?, reason = nullif(?, \'\') where uuid = ?', [decision, person, reason, id]);
  if (decision === 'APPROVED') await letIn(em, origin, id, { ...found, reason });
  else await queueMail(em, { to: found.email, locale: found.locale, template: 'accessRefused', params: { reason } });
  return 'DECIDED';
}

async function letIn(em: EntityManager, origin: string, id: string, found: Waiting & { readonly reason: string }): Promise<void> {
  const { email, locale, reason } = found;
  const organisation = await organisationOf(em, id, found);
  await em.execute('update access_request set organisation_slug = ? where uuid = ?', [organisation, id]);
  await openEntrance(em);
  await admit(em, { ...found, country: null, organisation, role: await roleOf(em, found, organisation) });
  const link = `${origin}/${locale}/sign-in`;
  await (reason === '' ? queueMail(em, { to: email, locale, template: 'accessGranted', params: { link } }) : queueMail(em, { to: email, locale, template: 'accessGrantedReason', params: { link, reason } }));
}

/** An organisation of the same name in the same country that somebody was let into by another request, and nobody has published yet. */
const NAMED_ALIKE = `
  select r.organisation_slug as slug from access_request r join organisation o on o.slug = r.organisation_slug
  where r.uuid <> ? and r.decision = 'APPROVED' and r.country_code = ? and fold(regexp_replace(r.organisation_name, '\\s+', ' ', 'g')) = fold(regexp_replace(?, '\\s+', ' ', 'g')) and not o.is_published order by r.decided_at limit 1`;

/** The organisation that they asked for. Two who name a new one at once come to the same: the second who is let in waits for the first. */
async function organisationOf(em: EntityManager, id: string, { organisation, organisationName, organisationWebsite, country, locale }: Waiting): Promise<string> {
  if (organisation !== null) return organisation;
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 7266008))`, [country]);
  const [alike] = await em.execute<{ slug: string }[]>(NAMED_ALIKE, [id, country, organisationName]);
  return alike?.slug ?? addUnpublishedOrganisation(em, { name: organisationName!, website: organisationWebsite, country, locale });
}

/**
 * What they asked for; the first of an organisation coordinates it. Whoever named a new one comes to one that others are in without
 * having been seen to: they answer for nobody there until somebody lets them.
 */
async function roleOf(em: EntityManager, { role, organisation: chosen }: Waiting, organisation: string): Promise<MemberRole> {
  const coordinators = await em.execute<unknown[]>(
    `select from member where organisation_slug = ? and role = 'NGO_COORDINATOR' and suspended_at is null and coalesce(until, 'infinity') >= current_date limit 1`, [organisation]);
  if (coordinators.length === 0) return 'NGO_COORDINATOR';
  return chosen === null ? 'NGO_MEMBER' : role;
}
