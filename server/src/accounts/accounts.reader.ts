/** How people read what concerns themselves. */
import { acting, code, edge, maybe, query, reader, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { abilitiesOf, mayKnowEverybody, membershipAbilities } from './accounts.policy.ts';
import { DemonstrationAccount } from './demonstration-account.entity.ts';
import { Member } from './member.entity.ts';
import type { MemberRole } from './member-role.ts';
import { Person } from './person.entity.ts';
import { SignInSession } from './sign-in.entity.ts';

/** What holds of a role that somebody acts in today. */
const holds = sql<boolean>`m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')`;
/** The roles that who asks acts in today. */
const actingRoles = sql<MemberRole[]>`array(select m.role from member m where m.person_id = ${acting.person} and ${holds})`;

export const MemberReader = reader(Member, {
  rows: (member) => sql`${member.person} = ${acting.person} and ${member.suspendedAt} is null
    and current_date >= ${member.since} and current_date <= coalesce(${member.until}, 'infinity')`,
  fields: (member) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${member.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${member.organisation}`),
    can: code({ role: member.role }, ({ role }) => membershipAbilities(role)),
  }),
});

export const SignInSessionReader = reader(SignInSession, {
  rows: (session) => sql`${session.person} = ${acting.person} and ${session.expiresAt} > now()`,
  fields: (session) => ({ isCurrent: sql`${session.uuid} = ${acting.session}` }),
});

export const PersonReader = reader(Person, {
  rows: (person, actor) => (mayKnowEverybody(actor) ? undefined : sql`${person.uuid} = ${acting.person}`),
  fields: () => ({ can: code({ roles: actingRoles }, ({ roles }, actor) => abilitiesOf(actor, roles)) }),
});

edge(PersonReader, 'memberships', {
  description: 'For whom they act today, and as what.',
  list: MemberReader,
  on: (member, person) => sql`${member.person} = ${person.uuid}`,
  order: (member) => [member.role, member.uuid],
});

edge(PersonReader, 'sessions', {
  description: 'Where they are signed in, last used first.',
  list: SignInSessionReader,
  on: (session, person) => sql`${session.person} = ${person.uuid}`,
  order: (session) => [sql`${session.lastSeenAt} desc`, session.uuid],
});

query('viewer', { description: 'Who is signed in; null for a visitor.', maybe: PersonReader, on: (person) => sql`${person.uuid} = ${acting.person}` });

const DemonstrationAccountReader = reader(DemonstrationAccount, {
  fields: (account) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${account.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${account.organisation}`),
  }),
});

query('demonstrationAccounts', {
  description: 'Whom anybody may sign in as; none where there is no demonstration.',
  list: DemonstrationAccountReader,
  order: (account) => [account.role, sql`${account.email} collate "C"`],
});
