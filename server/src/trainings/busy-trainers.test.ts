/** That nobody teaches in two sessions at the same time: said to those who prepare them, and held by the database. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { cancel, create, keyOf, owner, SESSION, update } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let trainer: string;
let year = 2110;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

/** A session that this trainer would teach in, on some days of March of the year of the test: its id, or the refusal. */
async function teach(from: number, to: number, changes: Readonly<Record<string, unknown>> = {}, by = headers.adviser): Promise<string> {
  const input = { ...SESSION, ...on(from, to), trainers: [`Expert_${trainer}`], ...changes };
  const answer = await ask(server(), 'mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { outcome session { id } } }', { key: crypto.randomUUID(), input }, by);
  if (answer.code) return `${answer.code} ${String((answer.errors![0]!.extensions.params as { about?: string } | undefined)?.about ?? '')}`.trim();
  return (answer.data!.createSession as { session: { id: string } }).session.id;
}

const day = (n: number): string => `${year}-03-${String(n).padStart(2, '0')}`;
const on = (from: number, to: number) => ({ starts: `${day(from)}T09:00`, ends: `${day(to)}T17:00`, registrationUntil: `${year}-03-01T18:00` });

/** Adds a part on a day of a session; the code of the refusal, or the outcome. */
async function part(session: string, n: number): Promise<string> {
  const input = { sourceLocale: 'fr', title: 'Partie', day: n, starts: '09:30', ends: '12:00', format: 'ON_SITE', room: '', trainers: [] };
  const answer = await ask(server(), 'mutation ($session: ID!, $key: UUID!, $input: SessionPartInput!) { saveSessionPart(session: $session, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', { session, key: crypto.randomUUID(), input }, headers.adviser);
  return answer.code ?? (answer.data!.saveSessionPart as { outcome: string }).outcome;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  trainer = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
});

beforeEach(() => void (year += 1));

describe('somebody who teaches in a session', () => {
  test('teaches in no other one at the same time, which is named to who may see it; before, after and elsewhere they do', async () => {
    const first = await teach(10, 12);
    expect(first).toMatch(/^TrainingSession_/);
    expect(await teach(12, 13)).toBe(`TRAINER_BUSY “${SESSION.title}”`);
    // Nothing was written.
    expect(await sql('select from training_session where starts_at > ?::date and starts_at < ?::date', [day(12), day(14)])).toEqual([]);
    expect(await teach(13, 14)).toMatch(/^TrainingSession_/);
    expect(await teach(10, 12, { trainers: [] })).toMatch(/^TrainingSession_/);
  });

  test('is busy also in a draft that who asks may not see, which is not named: they are told whom to ask, and the days', async () => {
    await teach(10, 12);
    const albanian = { country: 'AL', town: 'Tiranë', timeZone: 'Europe/Tirane' };
    const told = await teach(11, 11, albanian, headers.scacElsewhere);
    expect(told).toMatch(new RegExp(`^TRAINER_BUSY .*10–12 mars ${year}.*\\(Macédoine du Nord\\)$`));
    expect(told).not.toContain(SESSION.title);
    // Who may see it is told its name.
    expect(await teach(11, 11, albanian)).toBe(`TRAINER_BUSY “${SESSION.title}”`);
  });

  test('is busy in a draft that is online only, about which the adviser is asked; who prepares nothing learns of none', async () => {
    const online = await teach(10, 10, { country: null, town: '', format: 'ONLINE' });
    expect(online).toMatch(/^TrainingSession_/);
    expect(await teach(10, 10, { country: 'AL', town: 'Tiranë', timeZone: 'Europe/Tirane' }, headers.scacElsewhere)).toMatch(/l’équipe du conseiller technique régional$/);
    const other = keyOf((await create(server(), headers.adviser, { ...on(10, 10), country: 'AL' })).session!.id);
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [other, trainer]);
    const seen = async (email: string) => {
      await em.execute(`select set_config('passerelle.person', (select id::text from person where email = ?), true)`, [email]);
      return (await em.execute<unknown[]>('select country_code from busy_unseen(?)', [other])).length;
    };
    const counts = [await seen(PEOPLE.scacElsewhere), await seen(PEOPLE.expert), await seen(PEOPLE.scac)];
    await em.rollback();
    expect(counts).toEqual([1, 0, 0]);
  });

  test('keeps a session from being moved onto another, and from being given to them there; put to another time and given away at once it is changed', async () => {
    const [first, second] = [await teach(10, 11), await teach(14, 15)];
    const trainers = [`Expert_${trainer}`];
    await expect(update(server(), headers.adviser, second, 1, { ...on(11, 12), trainers })).rejects.toThrow('TRAINER_BUSY');
    expect(await sql(`select to_char(starts_at, 'YYYY-MM-DD') as day from training_session where uuid = ?`, [keyOf(second)])).toEqual([{ day: day(14) }]);
    expect((await update(server(), headers.adviser, second, 1, { ...on(11, 12), trainers: [] })).outcome).toBe('DONE');
    await expect(update(server(), headers.adviser, second, 2, { ...on(11, 12), trainers })).rejects.toThrow('TRAINER_BUSY');
    expect((await update(server(), headers.adviser, first, 1, { ...on(11, 12), trainers: [] })).outcome).toBe('DONE');
    expect((await update(server(), headers.adviser, second, 2, { ...on(11, 12), trainers })).outcome).toBe('DONE');
  });

  test('is free again once it is called off', async () => {
    const first = await teach(10, 12);
    await ask(server(), 'mutation ($id: ID!) { openSession(id: $id) { outcome } }', { id: first }, headers.adviser);
    expect(await teach(11, 11)).toMatch(/^TRAINER_BUSY/);
    expect((await cancel(server(), headers.adviser, first, { fr: 'Salle fermée.' })).outcome).toBe('DONE');
    expect(await teach(11, 11)).toMatch(/^TrainingSession_/);
  });

  test('is busy on the days that have parts, where there are any; a part on a day that they teach elsewhere is refused', async () => {
    const first = await teach(10, 13);
    expect(await part(first, 1)).toBe('DONE');
    expect(await teach(12, 12)).toMatch(/^TrainingSession_/);
    expect([await part(first, 2), await part(first, 3)]).toEqual(['DONE', 'TRAINER_BUSY']);
  });
});

describe('the database', () => {
  test('holds it where two are added at once, of which neither saw the other', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => teach(10, 11)));
    expect(made.filter((one) => one.startsWith('TrainingSession_')).length).toBe(1);
    expect(made.filter((one) => one.startsWith('TRAINER_BUSY') || one === 'SERVICE_UNAVAILABLE').length).toBe(3);
  });

  test('refuses what comes by no service; without the constraint it would be so: the control', async () => {
    const [first, second] = [await teach(10, 11), await create(server(), headers.adviser, { ...on(10, 11) })];
    const add = () => sql('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [keyOf(second.session!.id), trainer]);
    await expect(add()).rejects.toThrow('session_trainer_apart');
    await sql('alter table session_trainer drop constraint session_trainer_apart');
    await add();
    expect(await sql('select count(*)::int as n from session_trainer a join session_trainer b using (expert_uuid) where a.busy && b.busy and a.session_uuid = ? and b.session_uuid = ?', [keyOf(first), keyOf(second.session!.id)])).toEqual([{ n: 1 }]);
    await sql('delete from session_trainer where session_uuid = ?', [keyOf(second.session!.id)]);
    await sql('alter table session_trainer add constraint session_trainer_apart exclude using gist (expert_uuid with =, busy with &&) deferrable initially deferred');
  });

  test('has nobody twice in what the demonstration shows, and compares all of it', async () => {
    expect(await sql(`select from session_trainer a join training_session s on s.uuid = a.session_uuid where a.busy is null and s.stage not in ('CANCELLED', 'ARCHIVED')`)).toEqual([]);
    expect((await sql<{ n: number }>(`select count(*)::int as n from session_trainer a join training_session s on s.uuid = a.session_uuid where a.busy is not null and s.is_demonstration`))[0]!.n).toBeGreaterThan(100);
  });
});
