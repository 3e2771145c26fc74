/** How registrations, participants and quotas are read: by those who answer for them. */
import { GraphQLBoolean } from 'graphql';
import { ID } from 'type-graphql';
import { MemberReader, PersonReader } from '../accounts/index.ts';
import { acting, code, connection, edge, keyOfId, many, maybe, one, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings, hasPost, ownCountries, registeringRoles, registersFor } from '../members/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { ProfessionReader } from '../vocabulary/index.ts';
import { Participant, Sector } from './participant.entity.ts';
import { registrationAbilities } from './registration.policy.ts';
import { ModePlaces } from './mode-places.entity.ts';
import { PlaceCount } from './place-count.entity.ts';
import { type PassedOver, Registration, RegistrationState } from './registration.entity.ts';
import { QuotaCount, SessionQuota } from './session-quota.entity.ts';

interface Place {
  readonly organisation: Sql;
  readonly country: Sql;
  readonly sector: Sql;
}

/** Those that who asks registers for, those of the countries whose embassy they act for, and those that are theirs (`isMine`); undefined for all. */
function seen({ circle }: RuleActor, place: Place, isMine: Sql<boolean>): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  const isOwn = sql<boolean>`(${isMine} or ${registersFor(place)})`;
  return circle === 'post' ? sql<boolean>`(${isOwn} or ${place.country} in (${ownCountries}))` : isOwn;
}

/** Whether who asks made a registration of themselves. */
const isMine = ({ isOwn, registeredBy }: { readonly isOwn: Sql; readonly registeredBy: Sql }): Sql<boolean> => sql<boolean>`(${isOwn} and ${registeredBy} is not distinct from ${acting.person})`;

/** Whoever sees a registration sees who takes part, also where others registered them too. */
function seenParticipant(participant: Row<Participant>, actor: RuleActor): Sql<boolean> {
  const isOne = sql<boolean>`${participant.mergedInto} is null`;
  const registered = seen(actor, { organisation: sql`r.organisation_slug`, country: sql`r.country_code`, sector: sql`r.sector` }, isMine({ isOwn: sql`r.is_own`, registeredBy: sql`r.registered_by_id` }));
  const own = seen(actor, participant, sql<boolean>`false`);
  return own && registered ? sql<boolean>`(${isOne} and (${own} or exists (select from registration r where r.participant_uuid = ${participant.uuid} and ${registered})))` : isOne;
}

export const ParticipantReader = reader(Participant, {
  rows: seenParticipant,
  fields: (participant) => ({
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${participant.organisation}`),
    country: maybe(CountryReader, (country) => sql`${country.code} = ${participant.country}`),
    profession: maybe(ProfessionReader, (profession) => sql`${profession.code} = ${participant.profession}`),
  }),
});

/** Whether its session has neither begun nor been called off. */
const isServed = (registration: Row<Registration>): Sql<boolean> =>
  sql<boolean>`exists (select from training_session s where s.uuid = ${registration.session} and s.stage in ('OPEN', 'CLOSED') and s.starts_at > now())`;
const isWaiting = (registration: Row<Registration>): Sql<boolean> => sql<boolean>`${registration.state} = 'WAITING'`;

export const RegistrationReader = reader(Registration, {
  rows: (registration, actor) => seen(actor, registration, isMine(registration)),
  fields: (registration) => ({
    session: maybe(TrainingSessionReader, (session) => sql`${session.uuid} = ${registration.session}`),
    participant: maybe(ParticipantReader, (participant) => sql`${participant.uuid} = ${registration.participant}`),
    country: one(CountryReader, (country) => sql`${country.code} = ${registration.country}`),
    position: sql<number | null>`case when ${isWaiting(registration)} then waiting_position(${registration.uuid}) end`,
    passedOver: sql<PassedOver | null>`case when ${isWaiting(registration)} then passed_over(${registration.uuid}) end`,
    can: code(
      {
        standings: actingStandings, organisation: registration.organisation, country: registration.country, sector: registration.sector, isMine: isMine(registration), state: registration.state, hasPost: hasPost(registration.country),
        isServed: isServed(registration),
      },
      ({ standings, hasPost: isPost, ...facts }) => registrationAbilities(standings, facts, isPost),
    ),
  }),
});

const registrations = connection(RegistrationReader, {
  description: 'registrations for training sessions',
  sorts: {
    LATEST: { description: 'Registered last first.', by: (registration) => registration.registeredAt, type: 'timestamptz', descending: true },
    EARLIEST: { description: 'Registered first first.', by: (registration) => registration.registeredAt, type: 'timestamptz' },
    TURN: { description: 'In the order of the waiting list; those that are not on it after it.', by: (registration) => sql<Date>`coalesce(${registration.waitsSince}, 'infinity')`, type: 'timestamptz' },
    DEADLINE: { description: 'Those with an offer that ends soonest first; those without one after them.', by: (registration) => sql<Date>`case when ${registration.state} = 'OFFERED' then ${registration.offeredUntil} else 'infinity' end`, type: 'timestamptz' },
  },
  filters: {
    session: optional(() => ID, 'uuid', 'For this session, by its id.', (id: string) => keyOfId('TrainingSession', id, 'uuid')),
    states: optional(() => [RegistrationState], 'text[]', 'In one of these states.'),
    awaitsYou: optional(() => GraphQLBoolean, 'boolean', 'Only those that wait for you, to validate them or to answer their offer, or only the others.'),
    own: optional(() => GraphQLBoolean, 'boolean', 'Only those that you made of yourself, or only the others.'),
    sectors: optional(() => [Sector], 'text[]', 'Of people who work for one of these.'),
  },
  where: {
    session: (registration, session) => sql`${registration.session} = ${session}`,
    states: (registration, states) => sql`${registration.state} = any(${states})`,
    awaitsYou: (registration, awaitsYou, _given, { circle }) => {
      const isTheirs = circle === 'adviser' ? sql`not ${hasPost(registration.country)} or ${registration.country} in (${ownCountries})` : sql`${registration.country} in (${ownCountries})`;
      return sql`(${isServed(registration)} and case ${registration.state} when 'AWAITING_VALIDATION' then ${isTheirs} and not ${isMine(registration)} when 'OFFERED' then ${registration.offeredUntil} > now() and (${isMine(registration)} or ${registersFor(registration)}) else false end) = ${awaitsYou}`;
    },
    own: (registration, own) => sql`${isMine(registration)} = ${own}`,
    sectors: (registration, sectors) => sql`${registration.sector} = any(${sectors})`,
  },
});

query('registrations', { description: 'The registrations of those for whom you register, or whose embassy you act for, and those that you made of yourself; all for the adviser, none for all others.', page: registrations });

const QuotaCountReader = reader(QuotaCount);

/** Of the sessions that who asks prepares; undefined for all. */
function prepared({ circle }: RuleActor, session: Sql): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`${session} in (select s.uuid from training_session s where s.country_code in (${ownCountries}))` : sql<boolean>`false`;
}

const SessionQuotaReader = reader(SessionQuota, {
  rows: (quota, actor) => prepared(actor, quota.session),
  fields: (quota) => ({
    counts: many(QuotaCountReader, { on: (count) => sql`${count.quota} = ${quota.uuid}`, order: (count) => [count.value] }),
  }),
});

edge(TrainingSessionReader, 'quotas', {
  description: 'How many places those of a kind can have at most; none for those who do not prepare the session.',
  list: SessionQuotaReader,
  on: (quota, session) => sql`${quota.session} = ${session.uuid}`,
  order: (quota) => [quota.kind, quota.key],
});

const PlaceCountReader = reader(PlaceCount, { rows: (count, actor) => prepared(actor, count.session) });

edge(TrainingSessionReader, 'placeCounts', {
  description: 'How many have a place and how many wait, by country, sector, profession and way of taking part; none for those who do not prepare the session.',
  list: PlaceCountReader,
  on: (count, session) => sql`${count.session} = ${session.uuid}`,
  order: (count) => [count.kind, count.value],
});

const ModePlacesReader = reader(ModePlaces);

edge(TrainingSessionReader, 'modePlaces', {
  description: 'Of a session that is held in both ways, how many can take part in each, those in the place first; none where that is not said.',
  list: ModePlacesReader,
  on: (places, session) => sql`${places.session} = ${session.uuid}`,
  order: (places) => [sql`${places.mode} = 'ONLINE'`],
});

edge(PersonReader, 'registersFor', {
  description: 'For which organisations, or authorities of which country, they register people.',
  list: MemberReader,
  on: (member, person) => sql`${member.person} = ${person.uuid} and ${member.role} in (${registeringRoles})`,
  order: (member) => [member.role, member.uuid],
});
