/** The roles that who asks acts in today, as readers and services need them. */
import { type MemberRole, REGISTERING } from '../accounts/index.ts';
import { acting, constant, join, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import type { Execute } from '../core/jobs/index.ts';
import { ADVISER_ROLES, COORDINATOR, EXPERT, NGO_ROLES, OFFICIAL, POST_ROLES, type Standing } from './members.policy.ts';

/** What holds of a row `m` of `member` that gives rights today. */
const HOLDS = `m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')`;
const holds = sql<boolean>`m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')`;

const rolesOf = (roles: readonly MemberRole[]): Sql => join(roles.map((role) => constant(role)), ', ');

/** The roles that who asks acts in today, as a value of a statement. */
export const actingStandings = sql<Standing[]>`(select coalesce(json_agg(json_build_object('role', m.role, 'country', m.country_code, 'organisation', m.organisation_slug)), '[]')
  from member m where m.person_id = ${acting.person} and ${holds})`;

/** The organisations that who asks coordinates. */
export const ownOrganisations = sql`select m.organisation_slug from member m where m.person_id = ${acting.person} and m.role = ${constant(COORDINATOR)} and ${holds}`;

/** The countries for whose embassy who asks acts. */
export const ownCountries = sql`select m.country_code from member m where m.person_id = ${acting.person} and m.role in (${rolesOf(POST_ROLES)}) and ${holds}`;

/** The countries for an authority of which who asks acts. */
export const ownOfficialCountries = sql`select m.country_code from member m where m.person_id = ${acting.person} and m.role = ${constant(OFFICIAL)} and ${holds}`;

/** Those who register others, as values of a statement. */
export const registeringRoles = rolesOf(REGISTERING);

/** Whether who asks registers people of this organisation or, where there is none and their sector is an authority, of an authority of this country. */
export function registersFor({ organisation, country, sector }: { readonly organisation: Sql; readonly country: Sql; readonly sector: Sql }): Sql<boolean> {
  return sql<boolean>`exists (select from member m where m.person_id = ${acting.person} and m.role in (${registeringRoles}) and ${holds}
    and case when m.role = ${constant(OFFICIAL)} then ${organisation} is null and ${sector} = 'AUTHORITY' and m.country_code = ${country} else m.organisation_slug = ${organisation} end)`;
}

/** Whether who asks acts as an expert. */
export const actsAsExpert = sql<boolean>`exists (select from member m where m.person_id = ${acting.person} and m.role = ${constant(EXPERT)} and ${holds})`;

/** Whether an embassy in the country has an account. Known to those alone who see its members. */
export function hasPost(country: Sql): Sql<boolean> {
  return sql<boolean>`exists (select from member m join person p on p.id = m.person_id
    where m.country_code = ${country} and m.role in (${rolesOf(POST_ROLES)}) and p.suspended_at is null and ${holds})`;
}

/** Which roles at which places somebody sees because they answer for them; undefined for all. `country` is the organisation's own. */
export function seenPlaces({ circle }: RuleActor, place: { readonly role: Sql<MemberRole>; readonly country: Sql; readonly organisation: Sql }): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  const isNgo = sql`${place.role} in (${rolesOf(NGO_ROLES)})`;
  const isOwn = sql`${place.organisation} in (${ownOrganisations})`;
  return circle === 'network' ? sql<boolean>`${isNgo} and ${isOwn}` : sql<boolean>`${isNgo} and (${isOwn} or ${place.country} in (${ownCountries}))`;
}

/** The roles that who asks acts in today, as a JSON value of a statement that is written by hand. */
export const OWN_STANDINGS = `(select coalesce(json_agg(json_build_object('role', m.role, 'country', m.country_code, 'organisation', m.organisation_slug)), '[]') from member m where m.person_id = acting_person() and ${HOLDS})`;

/** The roles that `person` acts in today. */
export async function standingsOf(em: Execute, person: string): Promise<Standing[]> {
  return em.execute<Standing[]>(`select m.role, m.country_code as country, m.organisation_slug as organisation from member m where m.person_id = ? and ${HOLDS}`, [person]);
}

/** The person behind a role in the network, where they act today as the adviser or for the adviser; null for anybody else. */
export async function adviserBehind(em: Execute, member: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(`select p.id from member m join person p on p.id = m.person_id where m.uuid = ? and m.role in (?, ?) and p.suspended_at is null and ${HOLDS}`, [member, ...ADVISER_ROLES]);
  return row?.id ?? null;
}

/** Whether an embassy in the country has an account: as the rules of the tables know it, whoever asks. */
export async function isServed(em: Execute, country: string | null): Promise<boolean> {
  const [row] = await em.execute<{ served: boolean }[]>('select has_post(?) as served', [country]);
  return row!.served;
}
