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
import { COORDINATOR, mayDecide, roleAdmitted } from './members.policy.ts';
import { whoDecides } from './officers.ts';
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

/**
 * What came of deciding: TOO_LATE when somebody else has decided, or otherwise; LIKE_ANOTHER where an organisation has the name that who
 * decides has not been told of, or the one they chose has it no more; GONE is also said of those that are not for who asks.
 */
export const DecisionOutcome = { DECIDED: 'DECIDED', TOO_LATE: 'TOO_LATE', LIKE_ANOTHER: 'LIKE_ANOTHER', GONE: 'GONE' } as const;
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

function checkReason({ decision, reason }: Decision): void {
  refuseVictimsData('reason', reason);
  if (decision === 'REFUSED' && reason === '') throw new UserError('BAD_USER_INPUT', 'A refusal has a reason', { field: 'reason' });
}

async function heldRequest(em: EntityManager, person: string, id: string): Promise<Waiting | undefined> {
  const [found] = await em.execute<Waiting[]>(HELD, [id]);
  return found && mayDecide(await standingsOf(em, person), found.country, await isServed(em, found.country)) ? found : undefined;
}

/** What is decided, and of organisations that have the name of a new one already, by their slugs: which it is, or which it is not. */
export interface Decision {
  readonly decision: AccessDecision;
  readonly reason: string;
  readonly joins: string | null;
  readonly notThese: readonly string[];
}

/**
 * Decides about a request. Approved, the address gets an account and the role at the organisation that was chosen, or that who decides
 * says it is; one of a name that no other has, or that is another than all of those, is added unpublished. The first of an organisation
 * coordinates it, whatever they asked for. They are told by mail, with the reason. Deciding the same again as the same person is as doing
 * it once. Throws VICTIM_DATA for a reason that tells who a person is, BAD_USER_INPUT for a refusal without one.
 */
export async function decideAccessRequest(em: EntityManager, { person, origin }: Doing, id: string, decided: Decision): Promise<DecisionOutcome> {
  const { decision, reason } = decided;
  checkReason(decided);
  const found = await heldRequest(em, person, id);
  if (!found) return 'GONE';
  if (found.decision) return found.decision === decision && found.decidedBy === person ? 'DECIDED' : 'TOO_LATE';
  const joined = decision === 'APPROVED' ? await organisationOf(em, found, decided) : null;
  if (joined === 'LIKE_ANOTHER') return joined;
  await em.execute('update access_request set decision = ?, decided_at = now(), decided_by_id = ?, reason = nullif(?, \'\') where uuid = ?', [decision, person, reason, id]);
  if (joined) await letIn(em, origin, id, { ...found, reason, joined: joined.slug ?? (await added(em, found)) });
  else await queueMail(em, { to: found.email, locale: found.locale, template: 'accessRefused', params: { reason } });
  return 'DECIDED';
}

async function letIn(em: EntityManager, origin: string, id: string, found: Waiting & { readonly reason: string; readonly joined: string }): Promise<void> {
  const { email, locale, reason, joined } = found;
  await em.execute('update access_request set organisation_slug = ? where uuid = ?', [joined, id]);
  await openEntrance(em);
  await admit(em, { ...found, country: null, organisation: joined, role: await roleOf(em, found, joined) });
  const link = `${origin}/${locale}/sign-in`;
  await (reason === '' ? queueMail(em, { to: email, locale, template: 'accessGranted', params: { link } }) : queueMail(em, { to: email, locale, template: 'accessGrantedReason', params: { link, reason } }));
}

/**
 * The organisation that they come to: null for one to be added. Whatever has the name by now was told to who decides, who says which it is
 * or that it is another. Two requests of a country at once are decided one after the other, so that of two which name the same new one the
 * second is told of what the first has added.
 */
async function organisationOf(em: EntityManager, { organisation, organisationName, country }: Waiting, { joins, notThese }: Decision): Promise<{ readonly slug: string | null } | 'LIKE_ANOTHER'> {
  if (organisation !== null) return { slug: organisation };
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 7266008))`, [country]);
  const alike = (await em.execute<{ slug: string }[]>('select named_alike(?, ?) as slug', [country, organisationName])).map(({ slug }) => slug);
  const isTold = joins === null ? alike.every((slug) => notThese.includes(slug)) : alike.includes(joins);
  return isTold ? { slug: joins } : 'LIKE_ANOTHER';
}

/** Adds the organisation that they named, which nobody has published yet; its slug. */
function added(em: EntityManager, { organisationName, organisationWebsite, country, locale }: Waiting): Promise<string> {
  return addUnpublishedOrganisation(em, { name: organisationName!, website: organisationWebsite, country, locale });
}

/**
 * What they asked for; the first of an organisation coordinates it. Whoever named a new one comes to one that others are in without
 * having been seen to: they answer for nobody there until somebody lets them.
 */
async function roleOf(em: EntityManager, { role, organisation: chosen }: Waiting, organisation: string): Promise<MemberRole> {
  const coordinators = await em.execute<unknown[]>(
    `select from member where organisation_slug = ? and role = ? and suspended_at is null and coalesce(until, 'infinity') >= current_date limit 1`, [organisation, COORDINATOR]);
  return roleAdmitted(role, { isFirst: coordinators.length === 0, isNamed: chosen === null });
}
