/** How the members of the network are read: by those who answer for them. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { MemberRole } from '../accounts/index.ts';
import { visibilitiesOpenTo } from '../core/consent/index.ts';
import { acting, code, connection, constant, join, maybe, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { memberAbilities } from './members.policy.ts';
import { MemberState, NetworkMember } from './network-member.entity.ts';
import { actingStandings, ownOrganisations, seenPlaces } from './standing.ts';

const isOwn = (member: Row<NetworkMember>): Sql<boolean> => sql<boolean>`${member.person} = ${acting.person}`;
const isOver = (member: Row<NetworkMember>): Sql<boolean> => sql<boolean>`coalesce(${member.until} < current_date, false)`;
const stateOf = (member: Row<NetworkMember>): Sql<MemberState> =>
  sql<MemberState>`case when ${isOver(member)} then 'ENDED' when ${member.suspendedAt} is not null then 'SUSPENDED' else 'ACTIVE' end`;

/** An address is seen by its person, by those whom they chose, and by who coordinates their organisation. */
function isAddressOpen(member: Row<NetworkMember>, actor: RuleActor): Sql<boolean> {
  const open = join(visibilitiesOpenTo(actor).map((visibility) => constant(visibility)), ', ');
  return sql<boolean>`(${isOwn(member)} or ${member.emailVisibility} in (${open}) or ${member.organisation} in (${ownOrganisations}))`;
}

export const NetworkMemberReader = reader(NetworkMember, {
  rows: (member, actor) => seenPlaces(actor, member),
  fields: (member, actor) => ({
    email: sql<string | null>`case when ${isAddressOpen(member, actor)} then ${member.email} end`,
    country: maybe(CountryReader, (country) => sql`${country.code} = ${member.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${member.organisation}`),
    state: stateOf(member),
    isOwn: isOwn(member),
    can: code(
      {
        standings: actingStandings, role: member.role, country: member.country, organisation: member.organisation,
        isOwn: isOwn(member), isSuspended: sql<boolean>`${member.suspendedAt} is not null`, isOver: isOver(member), isListed: member.isDemonstration,
      },
      ({ standings, ...held }) => memberAbilities(standings, held),
    ),
  }),
});

const members = connection(NetworkMemberReader, {
  description: 'members of the network',
  sorts: {
    NAME: { description: 'By name, in the order of the reader’s language.', by: (member) => member.name, type: 'text', collated: true },
    SINCE: { description: 'The latest first.', by: (member) => member.since, type: 'date', descending: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Of this country, or of an organisation there.'),
    roles: optional(() => [MemberRole], 'text[]', 'With one of these roles.'),
    states: optional(() => [MemberState], 'text[]', 'In one of these states.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose name has all of these words.'),
  },
  where: {
    country: (member, country) => sql`${member.country} = ${country}`,
    roles: (member, roles) => sql`${member.role} = any(${roles})`,
    states: (member, states) => sql`${stateOf(member)} = any(${states})`,
    search: (member, words) => sql`fold(${member.name}) like all (fold_patterns(${words}))`,
  },
});

query('members', { description: 'Who belongs to the network, as far as you answer for them; nobody for all others.', page: members });
