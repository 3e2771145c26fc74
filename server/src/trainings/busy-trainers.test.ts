/** That nobody who teaches is engaged twice at the same time: said to those who prepare sessions, and held by the database. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { cancel, create, keyOf, owner, SESSION, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let trainer: string;
let year = 2110;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

/** A session that this trainer would teach in, on some days of March of the year of the test: its id, or all that the refusal says beside its code and its sentence. */
async function teach(from: number, to: number, changes: Readonly<Record<string, unknown>> = {}, by = headers.adviser): Promise<string> {
  const input = { ...SESSION, ...on(from, to), trainers: [`Expert_${trainer}`], ...changes };
  const answer = await ask(server(), 'mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { outcome session { id } } }', { key: crypto.randomUUID(), input }, by);
  if (!answer.code) return (answer.data!.createSession as { session: { id: string } }).session.id;
  const { code, ...more } = answer.errors![0]!.extensions;
  return [code, ...(Object.keys(more).length > 0 ? [JSON.stringify(more)] : [])].join(' ');
}

/** Has this trainer be in a country on some days, as a mission would. */
const stay = (country: string, from: number, to: number): Promise<unknown> => sql(
  `insert into expert_engagement (source, who, expert_uuid, kind, place, held) values (?, ?, ?, 'STAY', ?, tstzmultirange(tstzrange(?::timestamptz, ?::timestamptz)))`, [crypto.randomUUID(), trainer, trainer, country, day(from), day(to)]);

const day = (n: number): string => `${year}-03-${String(n).padStart(2, '0')}`;
const on = (from: number, to: number) => ({ starts: `${day(from)}T09:00`, ends: `${day(to)}T17:00`, registrationUntil: `${year}-03-01T18:00` });
const ONLINE = { country: null, town: '', format: 'ONLINE' };
const ALBANIAN = { country: 'AL', town: 'Tiranë', timeZone: 'Europe/Tirane' };

/** Adds a part on a day of a session; the code of the refusal, or the outcome. */
async function part(session: string, n: number, by = headers.adviser): Promise<string> {
  const input = { sourceLocale: 'fr', title: 'Partie', day: n, starts: '09:30', ends: '12:00', format: 'ON_SITE', room: '', trainers: [] };
  const answer = await ask(server(), 'mutation ($session: ID!, $key: UUID!, $input: SessionPartInput!) { saveSessionPart(session: $session, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', { session, key: crypto.randomUUID(), input }, by);
  return answer.code ?? (answer.data!.saveSessionPart as { outcome: string }).outcome;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  trainer = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
});

beforeEach(() => void (year += 1));

describe('somebody who teaches in a session', () => {
  test('teaches in no other one at the same time; before, after and elsewhere they do', async () => {
    const first = await teach(10, 12);
    expect(first).toMatch(/^TrainingSession_/);
    expect(await teach(12, 13)).toBe('TRAINER_BUSY');
    // Nothing was written.
    expect(await sql('select from training_session where starts_at > ?::date and starts_at < ?::date', [day(12), day(14)])).toEqual([]);
    expect(await teach(13, 14)).toMatch(/^TrainingSession_/);
    expect(await teach(10, 12, { trainers: [] })).toMatch(/^TrainingSession_/);
  });

  test('is busy also in a draft, online or not; nobody is told in which, nor when, whether they may see it or not', async () => {
    await teach(10, 12);
    await teach(14, 14, ONLINE);
    expect([await teach(11, 11, ALBANIAN, headers.scacElsewhere), await teach(11, 11, ALBANIAN), await teach(14, 14, ALBANIAN, headers.scacElsewhere)]).toEqual(['TRAINER_BUSY', 'TRAINER_BUSY', 'TRAINER_BUSY']);
  });

  test('is in one country: on site they teach where they stay, and nowhere else, also where others follow online; online they teach from anywhere', async () => {
    await stay('MK', 10, 13);
    expect(await teach(11, 11, ALBANIAN)).toBe('TRAINER_BUSY');
    expect(await teach(11, 11, { ...ALBANIAN, format: 'HYBRID' })).toBe('TRAINER_BUSY');
    const [online, hybrid, there] = [await teach(10, 10, ONLINE), await teach(11, 11, { format: 'HYBRID' }), await teach(12, 12)];
    for (const one of [online, hybrid, there]) expect(one).toMatch(/^TrainingSession_/);
    // The other way round, too.
    await teach(20, 21);
    await expect(stay('AL', 21, 22)).rejects.toThrow('expert_in_one_country');
    await stay('MK', 21, 22);
    // One that is held on site from now on, or in another country, has to be where they stay.
    await expect(update(server(), headers.adviser, online, 1, { ...on(10, 10), ...ALBANIAN, trainers: [`Expert_${trainer}`] })).rejects.toThrow('TRAINER_BUSY');
    await expect(update(server(), headers.adviser, there, 1, { ...on(12, 12), ...ALBANIAN, trainers: [`Expert_${trainer}`] })).rejects.toThrow('TRAINER_BUSY');
    expect((await update(server(), headers.adviser, online, 1, { ...on(10, 10), trainers: [`Expert_${trainer}`] })).outcome).toBe('DONE');
  });

  test('a post learns nothing of where they stay: it is refused neither a session there nor to move one, to open it or to add a part; the adviser is, once they move it, and a stay is where it is free', async () => {
    await stay('MK', 10, 13);
    const session = await teach(11, 11, ALBANIAN, headers.scacElsewhere);
    expect([session, await part(session, 1, headers.scacElsewhere)]).toEqual([expect.stringMatching(/^TrainingSession_/), 'DONE']);
    const version = async (): Promise<number> => (await sql<{ version: number }>('select version from training_session where uuid = ?', [keyOf(session)]))[0]!.version;
    expect((await update(server(), headers.scacElsewhere, session, await version(), { ...on(12, 12), ...ALBANIAN, trainers: [`Expert_${trainer}`] })).outcome).toBe('DONE');
    expect((await ask(server(), 'mutation ($id: ID!) { openSession(id: $id) { outcome } }', { id: session }, headers.scacElsewhere)).data).toEqual({ openSession: { outcome: 'DONE' } });
    // Another session is another matter.
    expect(await teach(12, 12, ALBANIAN, headers.scacElsewhere)).toBe('TRAINER_BUSY');
    await expect(update(server(), headers.adviser, session, await version(), { ...on(11, 12), ...ALBANIAN, trainers: [`Expert_${trainer}`] })).rejects.toThrow('TRAINER_BUSY');
    // Where they stay nowhere it is compared, by whomever it was prepared.
    expect(await teach(20, 20, ALBANIAN, headers.scacElsewhere)).toMatch(/^TrainingSession_/);
    await expect(stay('MK', 20, 21)).rejects.toThrow('expert_in_one_country');
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
    expect(made.filter((one) => one.startsWith('TRAINER_BUSY') || one.startsWith('SERVICE_UNAVAILABLE')).length).toBe(3);
  });

  test('refuses what comes by no service; without the constraint it would be so: the control', async () => {
    const [first, second] = [await teach(10, 11), await create(server(), headers.adviser, { ...on(10, 11) })];
    const add = () => sql('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [keyOf(second.session!.id), trainer]);
    await expect(add()).rejects.toThrow('expert_engaged_once');
    await sql('alter table expert_engagement drop constraint expert_engaged_once');
    await sql('alter table expert_engagement drop constraint expert_in_one_country');
    await add();
    expect(await sql('select count(*)::int as n from expert_engagement a join expert_engagement b using (who) where a.held && b.held and a.source = ? and b.source = ?', [keyOf(first), keyOf(second.session!.id)])).toEqual([{ n: 1 }]);
    await sql('delete from session_trainer where session_uuid = ?', [keyOf(second.session!.id)]);
    await sql(`alter table expert_engagement add constraint expert_engaged_once exclude using gist (who with =, kind with =, held with &&) where (is_firm and kind <> 'STAY') deferrable initially deferred`);
    await sql('alter table expert_engagement add constraint expert_in_one_country exclude using gist (who with =, place with <>, held with &&) where (is_firm and meets_stays and place is not null) deferrable initially deferred');
  });

  test('has a training wait, before it writes, for a mission that takes the same expert at once; where one writes first both wait for each other: the control', async () => {
    const code = (error: { code?: string }): string => String(error.code);
    const lock = `select pg_advisory_xact_lock(7266026, hashtext('${trainer}'))`;
    const engage = (kind: string, place: string): string => `insert into expert_engagement (source, who, expert_uuid, kind, place, held) values ('${crypto.randomUUID()}', '${trainer}', '${trainer}', '${kind}', '${place}', '{[${day(10)},${day(12)})}')`;
    const beside = async <T>(training: () => Promise<T>): Promise<[string, T]> => {
      const em = server().database.orm.em.fork();
      await em.begin();
      await em.execute(lock);
      const other = training();
      await untilWaiting(server().database);
      const came = await em.execute(engage('STAY', 'MK')).then(() => em.execute('set constraints all immediate')).then(() => 'DONE', code);
      await (came === 'DONE' ? em.commit() : em.rollback());
      return [came, await other];
    };
    expect(await beside(() => teach(10, 10, ALBANIAN))).toEqual(['DONE', 'TRAINER_BUSY']);
    year += 1;
    const writesFirst = () => server().database.orm.em.fork().transactional(async (em) => {
      for (const statement of [engage('TRAINING', 'AL'), lock]) await em.execute(statement);
    }).then(() => 'DONE', code);
    expect(await beside(writesFirst)).toContain('40P01');
  });

  test('tells only who prepares a session whether somebody in it is engaged twice', async () => {
    const other = keyOf((await create(server(), headers.adviser, { ...on(10, 10), ...ALBANIAN })).session!.id);
    await teach(10, 10);
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [other, trainer]);
    const told = async (email: string) => {
      await em.execute(`select set_config('passerelle.person', (select id::text from person where email = ?), true)`, [email]);
      return (await em.execute<{ twice: boolean }[]>('select is_engaged_twice(?) as twice', [other]))[0]!.twice;
    };
    const answers = [await told(PEOPLE.adviser), await told(PEOPLE.scacElsewhere), await told(PEOPLE.scac), await told(PEOPLE.expert)];
    await em.rollback();
    expect(answers).toEqual([true, true, false, false]);
  });

  test('has nobody twice in what the demonstration shows, and compares all of it', async () => {
    expect(await sql('select from expert_engagement where not is_firm')).toEqual([]);
    expect((await sql<{ n: number }>('select count(*)::int as n from expert_engagement a join training_session s on s.uuid = a.source where s.is_demonstration'))[0]!.n).toBeGreaterThan(100);
  });
});
