/** An invented session that is over, with who was there, and certificates: one that counts, one that was revoked, and some that are due. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chance } from './random.ts';

const HOUR = 3_600_000;
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Of so many who had a place the last were not there. */
const [PEOPLE, ABSENT] = [10, 2];

/** An invented participant. */
export interface PastPerson {
  readonly uuid: string;
  readonly email: string;
  readonly organisation: string;
  readonly country: string;
}

/** An invented session that is over; `officer`: the key of who prepares it. */
export interface PastSession {
  readonly uuid: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly format: string;
  readonly officer: string | null;
}

/** Writes it for the participants who are there, in the last session before `today` that was held in one place. */
export async function fillAttendance(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const [session] = await em.execute<PastSession[]>(
    `select s.uuid, s.starts_at as starts, s.ends_at as ends, s.format, s.prepared_by_id as officer from training_session s
     where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') and s.format <> 'HYBRID' and s.ends_at < least(?::timestamptz, now()) order by s.ends_at desc, s.uuid limit 1`, [today]);
  const people = await em.execute<PastPerson[]>(`select uuid, email, organisation_slug as organisation, country_code as country from participant where is_demonstration order by email limit ?`, [PEOPLE]);
  if (!session || people.length < PEOPLE) return;
  const registrations = await takePart(em, luck, session, people, ABSENT);
  for (const [n, registration] of registrations.slice(0, 2).entries()) {
    await certify(em, luck, { registration, session: session.uuid, issued: new Date(new Date(session.ends).getTime() + HOUR), officer: session.officer, isRevoked: n === 1 });
  }
}

/** Writes places for people in a session that is over, of whom the last `absent` were not there. Their registrations, in the order of the people. */
export async function takePart(em: EntityManager, luck: Chance, session: PastSession, people: readonly PastPerson[], absent: number): Promise<string[]> {
  const before = new Date(new Date(session.starts).getTime() - 240 * HOUR);
  await em.execute('update training_session set places = greatest(places, ?), places_taken = 0, registration_until = null where uuid = ?', [people.length * 2, session.uuid]);
  const registrations: string[] = [];
  for (const [n, person] of people.entries()) {
    const registration = luck.uuid(before);
    registrations.push(registration);
    await em.execute(
      `insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at, registered_at, is_demonstration, registered_by_id)
       values (?, ?, ?, ?, ?, ?, 'CIVIL_SOCIETY', ?, 'CONFIRMED', ?, ?, ?, true, (select p.id from person p join member m on m.person_id = p.id where m.organisation_slug = ? and m.role = 'NGO_COORDINATOR' and p.is_demonstration order by 1 limit 1))`,
      [registration, session.uuid, person.uuid, person.email, person.organisation, person.country, session.format, luck.uuid(before), before, before, person.organisation]);
    await em.execute(
      `insert into presence (registration_uuid, day, session_uuid, state, decided_at, recorded_by_id, is_demonstration)
       select ?, d, s.uuid, ?, s.starts_at, ?, true from training_session s, unnest(session_days(s.starts_at, s.ends_at, s.time_zone)) d where s.uuid = ?`,
      [registration, n < people.length - absent ? 'PRESENT' : 'ABSENT', session.officer, session.uuid]);
  }
  return registrations;
}

interface Given {
  readonly registration: string;
  readonly session: string;
  readonly issued: Date;
  readonly officer: string | null;
  readonly isRevoked: boolean;
}

async function certify(em: EntityManager, luck: Chance, { registration, session, issued, officer, isRevoked }: Given): Promise<void> {
  const number = Array.from({ length: 16 }, () => SIGNS[luck.int(0, SIGNS.length - 1)]).join('');
  await em.execute(
    `insert into certificate (uuid, number, registration_uuid, session_uuid, name, issued_at, issued_by_id, revoked_at, revoked_by_id, revoked_reason, is_demonstration) values (?, ?, ?, ?, '', ?, ?, ?, ?, ?, true)`,
    [luck.uuid(issued), number, registration, session, issued, officer, isRevoked ? issued : null, isRevoked ? officer : null, isRevoked ? REASON : null]);
  // Some have said that their name is shown.
  if (!isRevoked && number < 'G') await em.execute('update registration set name_shown_at = ? where uuid = ?', [issued, registration]);
}

/** What who revoked it has written, in French. */
const REASON = 'Le nom était mal orthographié.';
