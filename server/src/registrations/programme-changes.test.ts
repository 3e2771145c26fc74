/** What a change of its programme, or of who teaches, brings into the calendars of those who take part and of those who teach: read by another program. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { readCalendar } from '../calendars/reading.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, save, told } from '../programme/world.fixture.ts';
import { create, step, update } from '../trainings/world.fixture.ts';
import { owner, register } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let expert: string;
let year = 2150;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const days = (): Record<string, unknown> => ({ starts: `${year}-03-10T09:00`, ends: `${year}-03-12T17:00`, registrationUntil: null, needsValidation: false });

/** What the mails to an address have brought, the first first: `METHOD uid SEQUENCE day from-to`, where `uid` is what follows the id of the session. */
async function broughtTo(recipient: string, session: string): Promise<{ heading: string; entries: string[] }[]> {
  const rows = await sql<{ subject: string; calendar: string[] | null }>('select subject, calendar from mail where recipient = ? order by created_at, uuid', [recipient]);
  return rows.map(({ subject, calendar }) => ({
    heading: subject.split(' – ')[0]!,
    entries: (calendar ?? []).flatMap((file) => {
      const { method, events } = readCalendar(file);
      return events.map(({ uid, start, end, property }) => `${method!} ${uid.slice(session.length)} ${property('sequence')!.text} ${start.wall!.slice(6, 8)} ${start.wall!.slice(9, 13)}-${end.wall!.slice(9, 13)}`);
    }),
  }));
}

/** A session of three days that is announced, with somebody who has a place; its days as it is announced with them. */
async function announced(parts: readonly Record<string, unknown>[], changes: Record<string, unknown> = {}): Promise<{ session: string; keys: string[]; held: string }> {
  const { session } = await create(server(), headers.adviser, { ...days(), ...changes });
  const keys: string[] = [];
  for (const part of parts) keys.push((await save(server(), headers.adviser, session!.id, part)).key);
  await step(server(), headers.adviser, 'openSession', session!.id);
  const held = `programme.${year}@ngo.example`;
  await register(server(), headers.ngoCoordinator, { session: session!.id.slice('TrainingSession_'.length), organisation: ngo, people: [{ email: held, locale: 'fr' }] });
  await sql('delete from mail');
  return { session: session!.id, keys, held };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
  expert = (await sql<{ id: string }>('select e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.id;
  await sql(`update person set locale = 'fr' where email = ?`, [PEOPLE.expert]);
});

beforeEach(() => void (year += 1));

describe('a programme that changes', () => {
  test('takes the days that it drops out of calendars, and has the others in them, in one mail to each', async () => {
    const { session, keys, held } = await announced([{}, { day: 2 }, { day: 3 }]);
    expect(told(await act(server(), headers.adviser, session, keys[1]!, 'remove'))).toBe('DONE');
    expect(await broughtTo(held, session)).toEqual([
      { heading: 'Session de formation modifiée', entries: ['PUBLISH  1 10 0900-1030', 'PUBLISH -day-3 1 12 0900-1700', 'CANCEL -day-2 1 11 0900-1030'] },
    ]);
    expect((await broughtTo(PEOPLE.ngoCoordinator, session)).map(({ entries }) => entries)).toEqual([[]]);
  });

  test('has the day that is now the first under the id of the session, and cancels what it was called before', async () => {
    const { session, keys, held } = await announced([{}, { day: 2 }]);
    await act(server(), headers.adviser, session, keys[0]!, 'remove');
    expect((await broughtTo(held, session))[0]!.entries).toEqual(['PUBLISH  1 11 0900-1030', 'CANCEL -day-2 1 11 0900-1030']);
  });

  test('is told of when a day begins or ends at another hour; a title, a room or a pause in between tells nobody', async () => {
    const { session, keys, held } = await announced([{ ends: '12:00' }, { starts: '14:00', ends: '16:00' }]);
    for (const changes of [{ title: 'Accueil' }, { title: 'Accueil', room: 'A1' }, { title: 'Accueil', room: 'A1', ends: '11:00' }]) {
      const { version } = (await sql<{ version: number }>('select version from session_part where uuid = ?', [keys[0]]))[0]!;
      expect(told(await save(server(), headers.adviser, session, { key: keys[0]!, version, ends: '12:00', ...changes }))).toBe('DONE');
    }
    expect(await broughtTo(held, session)).toEqual([]);
    await save(server(), headers.adviser, session, { key: keys[1]!, version: 1, starts: '14:00', ends: '17:30', day: 1 });
    expect((await broughtTo(held, session)).map(({ entries }) => entries)).toEqual([['PUBLISH  3 10 0900-1730']]);
  });

  test('tells nobody while the session is a draft', async () => {
    const { session } = await create(server(), headers.adviser, days());
    await sql('delete from mail');
    const { key } = await save(server(), headers.adviser, session!.id, { day: 2 });
    await act(server(), headers.adviser, session!.id, key, 'remove');
    expect(await sql('select from mail')).toEqual([]);
  });
});

describe('somebody who teaches', () => {
  const of = (session: string, version: number, changes: Record<string, unknown>) => update(server(), headers.adviser, session, version, { ...days(), ...changes });
  const version = async (session: string): Promise<number> => (await sql<{ version: number }>('select version from training_session where uuid = ?', [session.slice('TrainingSession_'.length)]))[0]!.version;

  test('is told when a session that is announced is given to them and when it is taken from them, with the entry and without', async () => {
    const { session, held } = await announced([]);
    await of(session, await version(session), { trainers: [`Expert_${expert}`] });
    await of(session, await version(session), { trainers: [] });
    expect(await broughtTo(PEOPLE.expert, session)).toEqual([
      { heading: 'Vous intervenez dans une session de formation', entries: ['PUBLISH  0 10 0900-1700'] },
      { heading: 'Vous n’intervenez plus dans une session de formation', entries: ['CANCEL  0 10 0900-1700'] },
    ]);
    // Who takes part has lost nothing.
    expect(await broughtTo(held, session)).toEqual([]);
  });

  test('keeps the entry where it is taken from them and they have a place in it', async () => {
    const { session } = await announced([], { trainers: [`Expert_${expert}`] });
    await register(server(), headers.ngoCoordinator, { session: session.slice('TrainingSession_'.length), organisation: ngo, people: [{ email: PEOPLE.expert }] });
    await sql('delete from mail');
    await of(session, await version(session), { trainers: [] });
    expect(await broughtTo(PEOPLE.expert, session)).toEqual([{ heading: 'Vous n’intervenez plus dans une session de formation', entries: [] }]);
  });

  test('is told one thing where the session is moved and given to them at once, and of one that is prepared when it is announced', async () => {
    const { session } = await announced([]);
    await of(session, await version(session), { trainers: [`Expert_${expert}`], starts: `${year}-03-11T09:00` });
    expect((await broughtTo(PEOPLE.expert, session)).map(({ heading }) => heading)).toEqual(['Vous intervenez dans une session de formation']);
    await of(session, await version(session), { trainers: [], starts: `${year}-03-11T09:00` });
    await sql('delete from mail');
    const { session: draft } = await create(server(), headers.adviser, { ...days(), trainers: [`Expert_${expert}`] });
    expect(await broughtTo(PEOPLE.expert, draft!.id)).toEqual([]);
    await step(server(), headers.adviser, 'openSession', draft!.id);
    expect((await broughtTo(PEOPLE.expert, draft!.id)).map(({ heading }) => heading)).toEqual(['Vous intervenez dans une session de formation']);
  });

  test('is told when they teach other parts of it, with the entry as it is', async () => {
    const { session, keys } = await announced([{}, { day: 2 }], { trainers: [`Expert_${expert}`] });
    await save(server(), headers.adviser, session, { key: keys[0]!, version: 1, trainers: [`Expert_${expert}`] });
    await save(server(), headers.adviser, session, { key: keys[0]!, version: 2, trainers: [] });
    const brought = await broughtTo(PEOPLE.expert, session);
    expect(brought.map(({ heading }) => heading)).toEqual(Array.from({ length: 2 }, () => 'Les parties où vous intervenez ont changé'));
    expect(brought[0]!.entries).toEqual(['PUBLISH  0 10 0900-1030', 'PUBLISH -day-2 0 11 0900-1030']);
  });

  test('is told nothing where their sheet is bound to no account: the control', async () => {
    const { session } = await announced([]);
    const [{ person }] = (await sql<{ person: string }>('select person_id as person from expert where uuid = ?', [expert])) as [{ person: string }];
    await sql('update expert set person_id = null where uuid = ?', [expert]);
    await of(session, await version(session), { trainers: [`Expert_${expert}`] });
    await sql('update expert set person_id = ? where uuid = ?', [person, expert]);
    expect(await sql('select from mail')).toEqual([]);
    await of(session, await version(session), { trainers: [] });
    expect(await sql('select from mail where recipient = ?', [PEOPLE.expert])).toHaveLength(1);
  });
});
