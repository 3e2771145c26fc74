/** What the tests of attendance share: sessions that are held, with people who have a place, and what is done by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { PEOPLE_AT_ONCE } from '../registrations/registration.policy.ts';
import { addSession, type Cookies, owner, register } from '../registrations/world.fixture.ts';

type At = Pick<TestServer, 'address' | 'database'>;

export interface HeldWanted {
  /** The country it is held in; FR for online only. */
  readonly country?: string;
  readonly people: readonly { readonly email: string; readonly name?: string; readonly locale?: string }[];
  /** How long ago it began, as an interval of the database. */
  readonly began?: string;
  readonly lasts?: string;
  readonly organisation: string;
  readonly coordinator: Cookies;
  /** 50 unless told. */
  readonly places?: number;
}

export interface Held {
  readonly session: string;
  /** The keys of the registrations, in the order of the people. */
  readonly registrations: readonly string[];
}

let spread = 0;

const offset = 12 - new Date().getUTCHours();
/** A zone in which it is about noon when the tests begin: they meet no midnight. The signs of these names are the other way round. */
const NOON = offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;

/** So many days from today, where the sessions are held. */
export function dayThere(days = 0): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: NOON }).format(Date.now() + days * 86_400_000);
}

/** A session in which people have places, and which has begun. */
export async function heldSession(server: At, { country = 'RS', people, began = '1 hour', lasts = '5 hours', organisation, coordinator, places = 50 }: HeldWanted): Promise<Held> {
  const session = await addSession(server, { places, country, inDays: 30 + (spread += 1) });
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) await register(server, coordinator, { session, organisation, people: people.slice(at, at + PEOPLE_AT_ONCE) });
  await owner(server, `update training_session set starts_at = now() - ?::interval, ends_at = now() - ?::interval + ?::interval, registration_until = null, time_zone = ? where uuid = ?`, [began, began, lasts, NOON, session]);
  const rows = await owner<{ id: string; email: string }>(server, `select r.uuid as id, r.email from registration r where r.session_uuid = ? and r.state = 'CONFIRMED'`, [session]);
  return { session, registrations: people.map(({ email }) => rows.find((row) => row.email === email)!.id) };
}

export interface Said {
  readonly registration?: string;
  readonly token?: string;
  readonly day?: string;
  readonly state?: string;
  readonly at?: Date;
}

const RECORD = 'mutation ($input: [PresenceInput!]!) { recordPresence(input: $input) { results { outcome registration day state } } }';

export function record(server: { readonly address: string }, headers: Cookies, ...said: readonly Said[]): Promise<Answer> {
  const input = said.map(({ registration, state = 'PRESENT', at = new Date(), ...rest }) => ({ ...rest, ...(registration && { registration: `Registration_${registration}` }), state, at: at.toISOString() }));
  return ask(server, RECORD, { input }, headers);
}

/** What came of it, for each; or the code of the error. */
export function outcomesOf(answer: Answer): readonly string[] | string {
  return answer.code ?? (answer.data!.recordPresence as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome);
}

/** What stands of somebody, by day. */
export function stands(server: At, registration: string): Promise<{ day: string; state: string; by: string | null }[]> {
  return owner(server, `select day::text as day, state, (select email from person where id = recorded_by_id) as by from presence where registration_uuid = ? order by day`, [registration]);
}

export async function tokenOf(server: At, registration: string): Promise<{ token: string; code: string }> {
  const [pass] = await server.database.orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', 'places', true)`);
    return em.execute<{ token: string; code: string }[]>('select token, code from check_in_pass(?)', [registration]);
  });
  return pass!;
}

/** Issues certificates: the outcome of each, or the code of the error. */
export async function issue(server: { readonly address: string }, headers: Cookies, session: string, registrations: readonly string[]): Promise<readonly string[] | string> {
  const input = { session: `TrainingSession_${session}`, registrations: registrations.map((id) => `Registration_${id}`) };
  const answer = await ask(server, 'mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { results { registration outcome } } }', { input }, headers);
  return answer.code ?? (answer.data!.issueCertificates as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome);
}

export interface Issued {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly revoked: boolean;
}

export function certificatesOf(server: At, registration: string): Promise<Issued[]> {
  return owner(server, 'select uuid as id, number, name, revoked_at is not null as revoked from certificate where registration_uuid = ? order by issued_at', [registration]);
}

export async function revoke(server: { readonly address: string }, headers: Cookies, id: string, reason = 'Issued by mistake.'): Promise<string> {
  const answer = await ask(server, 'mutation ($id: ID!, $reason: String!) { revokeCertificate(id: $id, reason: $reason) { outcome } }', { id: `Certificate_${id}`, reason }, headers);
  return answer.code ?? (answer.data!.revokeCertificate as { outcome: string }).outcome;
}

/** What the link in the mail about a certificate holds. */
export async function secretOf(server: At, name: string): Promise<string> {
  const [mail] = await owner<{ text: string }>(server, `select text from mail where template = 'registrationCertificate' and text like ? order by created_at desc limit 1`, [`%${name}\n%`]);
  return /\/certificate#([\w-]{32})(?![\w-])/.exec(mail!.text)![1]!;
}

/** Says whether the name is shown, as whoever has the link: what stands then; null where it leads to nothing. */
export async function chooseName(server: { readonly address: string }, secret: string, isShown: boolean, headers: Cookies = {}): Promise<unknown> {
  const answer = await ask(server, 'mutation ($secret: String!, $isShown: Boolean!) { chooseNameByLink(secret: $secret, isShown: $isShown) { choice { name isShown } } }', { secret, isShown }, headers);
  return answer.code ?? (answer.data!.chooseNameByLink as { choice: unknown }).choice;
}

/** What a number says to a visitor. */
export async function verify(server: { readonly address: string }, number: string, headers: Cookies = {}): Promise<unknown> {
  const answer = await ask(server, 'query ($number: String!) { verifiedCertificate(number: $number) { state name session { title { text } } } }', { number }, headers);
  return answer.data!.verifiedCertificate;
}

/** An id that nothing has. */
export const nobody = (): string => randomUUID();
