/** What the mails about a session bring into the calendars of those who take part: confirmed, changed, called off. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { readCalendar } from '../calendars/reading.fixture.ts';
import { transactAs } from '../core/database/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { onSessionChanged } from '../trainings/session-changes.ts';
import { addSession, owner, register } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

/** What the mails to an address have brought, the first first: what is to be done, with which event, in which state of it. */
async function broughtTo(recipient: string): Promise<string[][]> {
  const rows = await sql<{ calendar: string[] | null }>('select calendar from mail where recipient = ? order by created_at, uuid', [recipient]);
  return rows.map(({ calendar }) => (calendar ?? []).map((file) => {
    const { method, events: [event] } = readCalendar(file);
    return `${method!} ${event!.uid} ${event!.property('sequence')!.text} ${event!.start.wall!.slice(0, 8)}`;
  }));
}

/** Moves a session by a day, as its own feature does. */
async function move(session: string): Promise<void> {
  const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
  await transactAs(server().database.orm, adviser!.id)(async (em) => {
    await em.execute(`update training_session set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', sequence = sequence + 1 where uuid = ?`, [session]);
    await onSessionChanged(em, session, { by: adviser!.id, origin: 'https://passerelle.example', kinds: ['TIME'], before: { trainers: [] } as never, after: { needsValidation: false, trainers: [] } as never });
  });
}

const day = async (session: string): Promise<string> => (await sql<{ day: string }>(`select to_char(starts_at at time zone time_zone, 'YYYYMMDD') as day from training_session where uuid = ?`, [session]))[0]!.day;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

test('who has a place has the session in their calendar, moved and called off under one id, each time with a higher number', async () => {
  const session = await addSession(server(), { places: 1 });
  const [held, waiting] = ['entry.held@ngo.example', 'entry.waiting@ngo.example'];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: held, locale: 'bg' }, { email: waiting, locale: 'sq' }] });
  const first = await day(session);
  await move(session);
  const second = await day(session);
  const { data } = await ask(server(), 'mutation ($id: ID!) { cancelSession(id: $id, reasons: [{ locale: "en", text: "The room is closed." }]) { outcome } }', { id: `TrainingSession_${session}` }, headers.adviser);
  expect(data).toEqual({ cancelSession: { outcome: 'DONE' } });
  const uid = `TrainingSession_${session}`;
  expect(await broughtTo(held)).toEqual([[`PUBLISH ${uid} 0 ${first}`], [`PUBLISH ${uid} 1 ${second}`], [`CANCEL ${uid} 2 ${second}`]]);
  expect(first).not.toBe(second);
  // Who waits has no place to be at, and who registered others is not there themselves.
  expect(await broughtTo(waiting)).toEqual([[], [], []]);
  expect(new Set((await broughtTo(PEOPLE.ngoCoordinator)).flat())).toEqual(new Set());
});

test('the file of the page and that of the mail are the same event', async () => {
  const session = await addSession(server(), { places: 1, country: 'RS', inDays: 32 });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'entry.same@ngo.example', locale: 'hr' }] });
  const [mail] = await sql<{ calendar: string[] }>(`select calendar from mail where recipient = 'entry.same@ngo.example'`);
  const page = await (await fetch(`${server().address}/calendar/session/TrainingSession_${session}.ics?locale=hr`)).text();
  const lines = (file: string): string[] => file.split('\r\n').filter((line) => !line.startsWith('DTSTAMP') && !line.startsWith('METHOD'));
  expect(lines(mail!.calendar[0]!)).toEqual(lines(page));
});

test('names nobody: not who receives it, nor who registered them', async () => {
  const session = await addSession(server(), { places: 1, inDays: 34 });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'entry.nobody@ngo.example', name: 'Nomen Nescio' }] });
  const [mail] = await sql<{ calendar: string[]; html: string }>(`select calendar, html from mail where recipient = 'entry.nobody@ngo.example'`);
  expect(mail!.html).toContain('Nomen Nescio');
  expect(mail!.calendar.join('')).not.toMatch(/Nomen|Nescio|entry\.nobody|@/);
});
