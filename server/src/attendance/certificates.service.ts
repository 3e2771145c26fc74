/** Issuing certificates of attendance, and revoking them. */
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { type Doing, tellCertified } from '../registrations/index.ts';
import { attendanceAbilities, type AttendedSession, mayRevoke } from './attendance.policy.ts';
import { hashOfSecret } from './certificate-facts.ts';
import { newNumber } from './certificate-number.ts';

/** What came of it for one: NOT_PRESENT for who was not there for the share that is asked for; TOO_EARLY while the session is not over. */
export const CertificateOutcome = { DONE: 'DONE', NOT_PRESENT: 'NOT_PRESENT', TOO_EARLY: 'TOO_EARLY', NOT_ALLOWED: 'NOT_ALLOWED', GONE: 'GONE' } as const;
export type CertificateOutcome = keyof typeof CertificateOutcome;

export interface CertificateResult {
  readonly registration: string;
  readonly outcome: CertificateOutcome;
}

interface Candidate {
  readonly registration: string;
  readonly hasAttended: boolean;
}

/**
 * Issues certificates for people of a session, by the keys of their registrations; each is told by mail, with a link to theirs. Who has one
 * that counts keeps it. Whether their name is shown to whoever has the number is theirs to say (`name-choice.service.ts`).
 */
export async function issueCertificates(em: EntityManager, { person, origin }: Doing, { session, registrations }: { session: string; registrations: readonly string[] }): Promise<CertificateResult[]> {
  const all = (outcome: CertificateOutcome): CertificateResult[] => registrations.map((registration) => ({ registration, outcome }));
  const [held] = await em.execute<AttendedSession[]>(`select stage, country_code as country, ends_at <= now() as "isOver", false as teaches from training_session where uuid = ? for no key update`, [session]);
  if (!held) return all((await em.execute<unknown[]>('select from training_session where uuid = ?', [session])).length > 0 ? 'NOT_ALLOWED' : 'GONE');
  const standings = await standingsOf(em, person);
  if (!attendanceAbilities(standings, { ...held, stage: 'OPEN', isOver: true }).certify) return all('NOT_ALLOWED');
  if (!held.isOver) return all('TOO_EARLY');
  if (!attendanceAbilities(standings, held).certify) return all('GONE');
  const candidates = await em.execute<Candidate[]>(
    `select uuid as registration, has_attended(uuid) as "hasAttended" from attendee where session_uuid = ? and uuid = any(string_to_array(?, ' ')::uuid[])`, [session, registrations.join(' ')]);
  const known = new Map(candidates.map((one) => [one.registration, one]));
  const due = candidates.filter(({ hasAttended }) => hasAttended);
  const secrets = new Map(due.map(({ registration }) => [registration, randomBytes(24).toString('base64url')]));
  const issued = await em.execute<{ registration: string }[]>(
    `insert into certificate (uuid, number, registration_uuid, session_uuid, name, issued_by_id, secret_hash)
       select id, number, registration, ?, '', ?, hash from jsonb_to_recordset(?::jsonb) x(id uuid, number text, registration uuid, hash text) order by registration
     on conflict (registration_uuid) where revoked_at is null do nothing returning registration_uuid as registration`,
    [session, person, JSON.stringify(due.map(({ registration }) => ({ id: v7(), number: newNumber(), registration, hash: hashOfSecret(secrets.get(registration)!) })))]);
  await tellCertified(em, origin, issued.map(({ registration }) => ({ registration, secret: secrets.get(registration)! })));
  return registrations.map((registration) => {
    const one = known.get(registration);
    return { registration, outcome: one === undefined ? 'GONE' : one.hasAttended ? 'DONE' : 'NOT_PRESENT' };
  });
}

/** What came of revoking: what is revoked stays so. */
export const RevokeOutcome = { DONE: 'DONE', NOT_ALLOWED: 'NOT_ALLOWED', GONE: 'GONE' } as const;
export type RevokeOutcome = keyof typeof RevokeOutcome;

/** Revokes a certificate, with a reason. Throws VICTIM_DATA for one that tells who a person is, BAD_USER_INPUT for none. */
export async function revokeCertificate(em: EntityManager, person: string, id: string, reason: string): Promise<RevokeOutcome> {
  refuseVictimsData('reason', reason);
  if (reason === '') throw new UserError('BAD_USER_INPUT', 'Who revokes says why', { field: 'reason' });
  const [found] = await em.execute<{ country: string | null; isRevoked: boolean }[]>(
    `select s.country_code as country, c.revoked_at is not null as "isRevoked" from certificate c join training_session s on s.uuid = c.session_uuid where c.uuid = ?`, [id]);
  if (!found) return 'GONE';
  if (!mayRevoke(await standingsOf(em, person), { ...found, isRevoked: false })) return 'NOT_ALLOWED';
  await em.execute('update certificate set revoked_at = now(), revoked_by_id = ?, revoked_reason = ? where uuid = ? and revoked_at is null', [person, reason, id]);
  return 'DONE';
}
