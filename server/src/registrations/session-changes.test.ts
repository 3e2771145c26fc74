/** What a change of a session asks for: mails and offers, in the same transaction. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { transactAs } from '../core/database/index.ts';
import { onSessionChanged, type SessionChangeKind } from '../trainings/session-changes.ts';
import { addSession, mailsTo, owner, register, rowsOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const addresses = (count: number): string[] => Array.from({ length: count }, () => `changed${(n += 1)}@ngo.example`);
const headings = async (to: string): Promise<string[]> => (await mailsTo(server(), to)).map(({ subject }) => subject.split(' – ')[0]!);

/** Changes a session as its own feature does, for who asks. */
async function changed(session: string, kinds: readonly SessionChangeKind[], statement: string): Promise<void> {
  const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
  await transactAs(server().database.orm, adviser!.id)(async (em) => {
    await em.execute(statement, [session]);
    const trainers = (await em.execute<{ id: string }[]>('select expert_uuid as id from session_trainer where session_uuid = ?', [session])).map(({ id }) => id);
    await onSessionChanged(em, session, { by: adviser!.id, origin: 'https://passerelle.example', kinds, before: { trainers } as never, after: { needsValidation: false, trainers } as never });
  });
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

test('whoever is registered for a session that is moved is told, and so is who registered them', async () => {
  const session = await addSession(server(), { places: 1 });
  const [held, waiting] = addresses(2) as [string, string];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: held, locale: 'ro' }, { email: waiting, locale: 'tr' }] });
  await changed(session, ['TIME'], `update training_session set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where uuid = ?`);
  expect([(await headings(held)).at(-1), (await headings(waiting)).at(-1)]).toEqual(['Sesiune de formare modificată', 'Eğitim oturumu değişti']);
  expect(await headings(PEOPLE.ngoCoordinator)).toHaveLength(3);
});

test('a session that is called off says why, in the language of the mail where it is said in it, else in one that is named, and offers nothing', async () => {
  const session = await addSession(server(), { places: 1 });
  const [held, waiting] = addresses(2) as [string, string];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: held, locale: 'fr' }, { email: waiting, locale: 'tr' }] });
  await sql(`update training_session_translation set cancelled_reason = 'The room is closed.' where session_uuid = ?`, [session]);
  await sql(`insert into training_session_translation (session_uuid, locale, cancelled_reason) values (?, 'fr', 'La salle est fermée.')`, [session]);
  await changed(session, ['CANCELLED'], `update training_session set stage = 'CANCELLED' where uuid = ?`);
  expect((await mailsTo(server(), held)).at(-1)!.text).toContain('La salle est fermée.\n');
  expect((await mailsTo(server(), waiting)).at(-1)!.text).toContain('The room is closed. (en)\n');
  expect((await rowsOf(server(), session)).map(({ state }) => state)).toEqual(['CONFIRMED', 'WAITING']);
});

/** Has the expert of the demonstration teach in a session, in some language; gives who they are. */
async function teaches(session: string, locale: string): Promise<string> {
  const [expert] = await sql<{ id: string; name: string }>('select e.uuid as id, e.name from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
  await sql('update person set locale = ? where email = ?', [locale, PEOPLE.expert]);
  await sql('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [session, expert!.id]);
  return expert!.name;
}

test('whoever teaches in it is told of a change and of the end in their language, with what becomes of it in their calendar', async () => {
  const session = await addSession(server(), { places: 1, inDays: 61 });
  const name = await teaches(session, 'sq');
  await changed(session, ['PLACE'], 'update training_session set sequence = sequence + 1 where uuid = ?');
  await sql(`update training_session_translation set cancelled_reason = 'The room is closed.' where session_uuid = ?`, [session]);
  await changed(session, ['CANCELLED'], `update training_session set stage = 'CANCELLED', sequence = sequence + 1 where uuid = ?`);
  const [told, off, ...more] = await sql<{ subject: string; locale: string; text: string; html: string; calendar: string[] }>('select subject, locale, text, html, calendar from mail where recipient = ? order by created_at, uuid', [PEOPLE.expert]);
  expect([more, told!.locale, told!.subject.split(' – ')[0], off!.subject.split(' – ')[0]]).toEqual([[], 'sq', 'Sesioni i trajnimit ndryshoi', 'Sesioni i trajnimit u anulua']);
  expect([told!.text.includes('jepni mësim në këtë sesion'), off!.text.includes('The room is closed.'), told!.html.includes(name)]).toEqual([true, true, false]);
  expect([told!, off!].map(({ calendar: [file] }) => [/^METHOD:(\w+)/m.exec(file!)![1], /^SEQUENCE:(\d+)/m.exec(file!)![1]])).toEqual([['PUBLISH', '1'], ['CANCEL', '2']]);
});

test('whoever teaches in it is told nothing where their account is suspended, and their address is given to nobody who only prepares it', async () => {
  const session = await addSession(server(), { places: 1, inDays: 63 });
  await teaches(session, 'fr');
  const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
  const seen = (purpose: string) => transactAs(server().database.orm, adviser!.id)(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', ?, true)`, [purpose]);
    return em.execute<{ email: string }[]>('select email from experts_to_tell(array(select expert_uuid from session_trainer where session_uuid = ?))', [session]);
  });
  // The control: what tells those whom a change concerns has it.
  expect([await seen(''), await seen('places')]).toEqual([[], [{ email: PEOPLE.expert }]]);
  await sql('update person set suspended_at = now() where email = ?', [PEOPLE.expert]);
  await changed(session, ['TIME'], `update training_session set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where uuid = ?`);
  await sql('update person set suspended_at = null where email = ?', [PEOPLE.expert]);
  expect(await sql('select from mail where recipient = ?', [PEOPLE.expert])).toEqual([]);
});

test('places that a session gets are offered, as many as there are', async () => {
  const session = await addSession(server(), { places: 1 });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(4).map((email) => ({ email })) });
  await changed(session, ['PLACES'], 'update training_session set places = 3 where uuid = ?');
  expect((await rowsOf(server(), session)).map(({ state }) => state)).toEqual(['CONFIRMED', 'OFFERED', 'OFFERED', 'WAITING']);
});

test('other changes tell nobody', async () => {
  const session = await addSession(server(), { places: 1 });
  const [held] = addresses(1) as [string];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: held }] });
  await changed(session, ['DEADLINE'], `update training_session set registration_until = now() + interval '1 day' where uuid = ?`);
  expect(await headings(held)).toHaveLength(1);
});

test('what somebody registers stands in the adviser’s trail, without a name', async () => {
  const session = await addSession(server(), { places: 1 });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(1).map((email) => ({ email })) });
  const [row] = await rowsOf(server(), session);
  const entries = await sql('select action, subject, part, before, after from audit_entry where object = ? order by at, action', [row!.id]);
  expect(entries).toEqual([{ action: 'ADDED', subject: 'REGISTRATION', part: null, before: null, after: null }, { action: 'CHANGED', subject: 'REGISTRATION', part: 'state', before: 'WAITING', after: 'CONFIRMED' }]);
  expect((await ask(server(), '{ auditEntries(first: 5) { nodes { subject } } }', {}, headers.adviser)).errors).toBeUndefined();
});

test('where validation is no longer asked for, those who wait for the embassy are placed in the order in which they came, behind who waits already', async () => {
  const session = await addSession(server(), { places: 2, needsValidation: true });
  const [first, second, third, fourth] = addresses(4) as [string, string, string, string];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: first, locale: 'hu' }, { email: second, locale: 'sl' }, { email: third, locale: 'bg' }] });
  // One was validated, and waits: they come first.
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: fourth }] });
  await sql(`update registration set state = 'WAITING', waits_since = now() where session_uuid = ? and email = ?`, [session, fourth]);
  await sql('delete from mail');
  await changed(session, ['VALIDATION'], 'update training_session set needs_validation = false where uuid = ?');
  expect((await rowsOf(server(), session)).map(({ email, state }) => [email, state])).toEqual([[first, 'CONFIRMED'], [second, 'WAITING'], [third, 'WAITING'], [fourth, 'OFFERED']]);
  expect(await sql(`select email from registration where session_uuid = ? and state = 'WAITING' order by waits_since`, [session])).toEqual([{ email: second }, { email: third }]);
  expect([await headings(first), await headings(second), await headings(third), await headings(fourth)]).toEqual([['A jelentkezés megerősítve'], ['Na čakalnem seznamu'], ['В списъка на чакащите'], ['Une place s’est libérée']]);
  expect((await mailsTo(server(), third))[0]!.text).toContain('Пореден номер в списъка на чакащите: 2');
  expect(await headings(PEOPLE.ngoCoordinator)).toHaveLength(4);
});

test('where validation is asked for from now on, nobody loses what they have; without the change those who wait for the embassy would wait on', async () => {
  const session = await addSession(server(), { places: 2, needsValidation: true });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(1).map((email) => ({ email })) });
  await sql('update training_session set needs_validation = false where uuid = ?', [session]);
  expect((await rowsOf(server(), session)).map(({ state }) => state)).toEqual(['AWAITING_VALIDATION']);
});
