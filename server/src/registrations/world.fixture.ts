/** What the tests of registrations share: sessions as they need them, and what people do by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';

export type Cookies = Record<string, string>;

/** Runs a statement as the owner of the tables. */
export const owner = <T = Record<string, unknown>>(server: Pick<TestServer, 'database'>, text: string, values: unknown[] = []): Promise<T[]> => server.database.orm.em.fork().execute<T[]>(text, values);

export interface SessionWanted {
  readonly places: number;
  readonly country?: string;
  readonly needsValidation?: boolean;
  readonly needsNomination?: boolean;
  readonly stage?: string;
  readonly format?: string;
  /** In how many days it begins; later ones do not overlap with it. */
  readonly inDays?: number;
}

/** Adds a session that takes registrations: its key. */
export async function addSession(server: Pick<TestServer, 'database'>, { places, country = 'FR', needsValidation = false, needsNomination = true, stage = 'OPEN', format = 'ON_SITE', inDays = 30 }: SessionWanted): Promise<string> {
  const id = randomUUID();
  await server.database.orm.em.fork().transactional(async (em) => {
    await em.execute(
      `insert into training_session (uuid, source_locale, theme_code, format, country_code, town, starts_at, ends_at, time_zone, places, stage, needs_validation, needs_nomination)
       values (?, 'en', (select min(code) from theme), ?, ?, null, now() + make_interval(days => ?), now() + make_interval(days => ?, hours => 5), 'Europe/Paris', ?, ?, ?, ?)`,
      [id, format, country === 'FR' ? null : country, inDays, inDays, places, stage, needsValidation, needsNomination]);
    await em.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'A session for tests')`, [id]);
  });
  return id;
}

export interface PersonWanted {
  readonly email: string;
  readonly name?: string;
  readonly locale?: string;
  readonly mode?: string;
  readonly profession?: string;
  /** That whoever has the number of their certificate sees their name. */
  readonly showsName?: boolean;
}

export interface Wanted {
  readonly session: string;
  /** A slug; null for an authority. */
  readonly organisation: string | null;
  readonly people: readonly PersonWanted[];
  readonly country?: string;
  readonly submission?: string;
  readonly hasConsent?: boolean;
}

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { email outcome position passedOver } } }';

/** Registers people. */
export function register(server: { readonly address: string }, headers: Cookies, { session, organisation, people, submission = randomUUID(), hasConsent = true, country }: Wanted): Promise<Answer> {
  const input = {
    session: `TrainingSession_${session}`, organisation: organisation && `Organisation_${organisation}`, submission, hasConsent, ...(country && { country }),
    people: people.map((one) => ({ name: 'Somebody', locale: 'fr', ...one })),
  };
  return ask(server, REGISTER, { input }, headers);
}

export interface Told {
  readonly outcome: string;
  readonly people: readonly { readonly email: string; readonly outcome: string; readonly position: number | null; readonly passedOver: string | null }[];
}

/** What came of registering people, or the code of the error. */
export function toldOf(answer: Answer): Told | string {
  return answer.code ?? (answer.data!.registerParticipants as Told);
}

/** The outcome for each, or that of the whole. */
export function outcomesOf(answer: Answer): unknown {
  const told = toldOf(answer);
  return typeof told === 'string' ? told : told.outcome === 'DONE' ? told.people.map(({ outcome }) => outcome) : told.outcome;
}

/** Does something with a registration: `outcome state`, or the code of the error. */
export async function act(server: { readonly address: string }, headers: Cookies, name: string, id: string, extra = ''): Promise<string> {
  const answer = await ask(server, `mutation ($id: ID!) { ${name}(id: $id${extra}) { outcome state } }`, { id: `Registration_${id}` }, headers);
  const payload = answer.data?.[name] as { outcome: string; state: string | null } | undefined;
  return answer.code ?? `${payload!.outcome} ${payload!.state ?? ''}`.trim();
}

/** Answers an offer by its link. */
export async function answerByLink(server: { readonly address: string }, name: 'acceptOfferByLink' | 'declineOfferByLink', secret: string): Promise<string> {
  const answer = await ask(server, `mutation ($secret: String!) { ${name}(secret: $secret) { outcome state } }`, { secret });
  const payload = answer.data?.[name] as { outcome: string; state: string | null } | undefined;
  return answer.code ?? `${payload!.outcome} ${payload!.state ?? ''}`.trim();
}

export interface Row {
  readonly id: string;
  readonly email: string;
  readonly state: string;
  readonly ending: string | null;
}

/** The registrations of a session, in the order in which they were made. */
export function rowsOf(server: Pick<TestServer, 'database'>, session: string): Promise<Row[]> {
  return owner<Row>(server, 'select r.uuid as id, p.email, r.state, r.ending from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ? order by r.uuid', [session]);
}

/** The registration of somebody. */
export async function idOf(server: Pick<TestServer, 'database'>, session: string, email: string): Promise<string> {
  return (await rowsOf(server, session)).find((row) => row.email === email && row.state !== 'WITHDRAWN')!.id;
}

/** How many places are taken, as the counter says, and as the rows do. */
export async function takenOf(server: Pick<TestServer, 'database'>, session: string): Promise<{ counter: number; rows: number }> {
  const [found] = await owner<{ counter: number; rows: number }>(server,
    `select places_taken as counter, (select count(*)::int from registration r where r.session_uuid = s.uuid and r.state in ('CONFIRMED', 'OFFERED')) as rows from training_session s where uuid = ?`, [session]);
  return found!;
}

/** The mails about registrations to an address, the first first. */
export function mailsTo(server: Pick<TestServer, 'database'>, recipient: string): Promise<{ template: string; locale: string; subject: string; text: string }[]> {
  return owner(server, `select template, locale, subject, text from mail where recipient = ? and template like 'registration%' order by created_at, uuid`, [recipient]);
}
