/** How who was there is read: by those who prepare the session, by who registers for the same organisation, and by those who teach in it while it is held. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode } from 'graphql-scalars';
import { acting, code, collated, connection, edge, many, maybe, optional, query, reader, required, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings, ownCountries, registersFor } from '../members/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { RegistrationReader } from '../registrations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { Attendee, Presence, SessionAttendance } from './attendance.entity.ts';
import { attendanceAbilities, mayRevoke } from './attendance.policy.ts';
import { Certificate, VerifiedCertificate } from './certificate.entity.ts';
import { plainNumber } from './certificate-number.ts';

/** Of sessions that are theirs to prepare; undefined for all. */
function prepared({ circle }: RuleActor, session: Sql): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`${session} in (select s.uuid from training_session s where s.country_code in (${ownCountries}))` : sql<boolean>`false`;
}

/** The same, and of people for whom who asks registers, or of themselves where they registered themselves. */
function seen(actor: RuleActor, { session, registration }: { readonly session: Sql; readonly registration: Sql }): Sql<boolean> | undefined {
  if (actor.circle === 'visitor') return sql<boolean>`false`;
  const isPrepared = prepared(actor, session);
  if (!isPrepared) return undefined;
  const isRegistered = sql`exists (select from registration r where r.uuid = ${registration} and (r.is_own and r.registered_by_id = ${acting.person} or ${registersFor({ organisation: sql`r.organisation_slug`, country: sql`r.country_code`, sector: sql`r.sector` })}))`;
  return sql<boolean>`(${isPrepared} or ${isRegistered})`;
}

/** The same, and of sessions that who asks teaches in while they are held. */
function orTaught({ circle }: RuleActor, session: Sql, rule: Sql<boolean> | undefined): Sql<boolean> | undefined {
  return rule && circle !== 'visitor' ? sql<boolean>`(${rule} or ${teaches(session)})` : rule;
}

const teaches = (session: Sql): Sql<boolean> => sql<boolean>`${session} in (select sessions_to_check_in())`;

/** Values of the session of a row, which whoever sees the row sees. */
const ofSession = (session: Sql) => {
  const read = <T>(value: Sql<T>): Sql<T> => sql<T>`(select ${value} from training_session s where s.uuid = ${session})`;
  return {
    stage: read(sql<string>`s.stage`), country: read(sql<string | null>`s.country_code`), isOver: read(sql<boolean>`s.ends_at <= now()`),
    days: read(sql<string[]>`held_days(s.uuid)`), today: read(sql<string>`(now() at time zone s.time_zone)::date`),
  };
};

const PresenceReader = reader(Presence, { rows: (presence, actor) => orTaught(actor, presence.session, seen(actor, presence)) });

const CertificateReader = reader(Certificate, {
  rows: (certificate, actor) => seen(actor, certificate),
  fields: (certificate) => ({
    locale: sql<Locale | null>`(select p.locale from registration r join participant p on p.uuid = r.participant_uuid where r.uuid = ${certificate.registration})`,
    can: code(
      { standings: actingStandings, country: ofSession(certificate.session).country, isRevoked: sql<boolean>`${certificate.revokedAt} is not null` },
      ({ standings, ...facts }) => ({ revoke: mayRevoke(standings, facts) }),
    ),
  }),
});

const AttendeeReader = reader(Attendee, {
  rows: (attendee, actor) => orTaught(actor, attendee.session, seen(actor, { session: attendee.session, registration: attendee.uuid })),
  fields: (attendee) => ({
    registration: sql<string>`'Registration_' || ${attendee.uuid}`,
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${attendee.organisation}`),
    country: maybe(CountryReader, (country) => sql`${country.code} = ${attendee.country}`),
    presences: many(PresenceReader, { on: (presence) => sql`${presence.registration} = ${attendee.uuid}`, order: (presence) => [presence.day] }),
    hasAttended: sql<boolean>`has_attended(${attendee.uuid})`,
    certificates: many(CertificateReader, { on: (certificate) => sql`${certificate.registration} = ${attendee.uuid}`, order: (certificate) => [sql`${certificate.issuedAt} desc`] }),
  }),
});

const attendees = connection(AttendeeReader, {
  description: 'people with a place in a session',
  sorts: { NAME: { description: 'By name, in the order of the reader’s language.', by: (attendee) => collated(attendee.name) as Sql<string>, type: 'text', collated: true } },
  filters: { country: optional(() => GraphQLCountryCode, 'text', 'Who work in this country.') },
  where: { country: (attendee, country) => sql`${attendee.country} = ${country}` },
});

const SessionAttendanceReader = reader(SessionAttendance, {
  rows: (attendance, actor) => orTaught(actor, attendance.session, prepared(actor, attendance.session)),
  fields(attendance) {
    const { days, today, ...facts } = ofSession(attendance.session);
    return {
      passKey: sql<string | null>`translate(encode(${attendance.checkInKey}, 'base64'), '+/=', '-_')`,
      days, today,
      now: sql<Date>`now()`,
      can: code({ standings: actingStandings, ...facts, teaches: teaches(attendance.session) }, ({ standings, ...session }) => attendanceAbilities(standings, session)),
    };
  },
});

edge(TrainingSessionReader, 'attendance', {
  description: 'What is asked for to have been there; null for those who neither prepare the session nor teach in it while it is held.',
  maybe: SessionAttendanceReader,
  on: (attendance, session) => sql`${attendance.session} = ${session.uuid} and ${session.stage} <> 'DRAFT'`,
});

edge(TrainingSessionReader, 'attendees', {
  description: 'Those with a place, for who prepares the session, or teaches in it while it is held; of the others those for whom who asks registers.',
  page: attendees,
  on: (attendee, session) => sql`${attendee.session} = ${session.uuid}`,
});

edge(RegistrationReader, 'attendee', {
  description: 'Their pass, presence and certificates; null for one without a place, or that is not yours.',
  maybe: AttendeeReader,
  on: (attendee, registration) => sql`${attendee.uuid} = ${registration.uuid} and ${registration.state} = 'CONFIRMED'`,
});

const VerifiedCertificateReader = reader(VerifiedCertificate, {
  fields: (certificate) => ({ session: maybe(TrainingSessionReader, (session) => sql`${session.uuid} = ${certificate.session}`) }),
});

query('verifiedCertificate', {
  description: 'What a certificate says; null for a number that none has.',
  args: { number: required(() => String, 'text', 'The number; how it is written does not matter.', plainNumber) },
  maybe: VerifiedCertificateReader,
  of: (args) => sql`certificate_numbered(${args.number})`,
});
