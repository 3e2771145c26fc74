/** Subscriptions as streams: what they tell and to whom, and that they end with what they were opened by. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { act, addSession, idOf } from '../../src/registrations/world.fixture.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { AWHILE, CHANGED, idIn, left, streamWorld } from './stream-world.ts';

const { server, links, options, sql, subscribe, places, registerOne } = streamWorld();

/** Cuts the connections on which changes are heard of, as the role that has them. */
async function cut(): Promise<void> {
  const app = new pg.Client({ connectionString: server().database.app });
  await app.connect();
  const { rowCount } = await app.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'passerelle-live' and datname = current_database()`);
  expect(rowCount).toBe(1);
  await app.end();
}

describe('the places of a session', () => {
  test('are told at once, and whenever one is taken or freed, to visitors too, by this process and by another', async () => {
    const coordinator = await signIn(server(), links, PEOPLE.ngoCoordinator);
    const other = await server().beside(options);
    const session = await addSession(server(), { places: 3 });
    const [here, there] = [await places(session), await places(session, {}, other)];
    await Promise.all([here.until(1), there.until(1)]);
    const email = await registerOne(session, coordinator);
    await Promise.all([here.until(2), there.until(2)]);
    await act(server(), coordinator, 'withdrawRegistration', await idOf(server(), session, email));
    await Promise.all([here.until(3), there.until(3)]);
    expect([left(here), left(there)]).toEqual([[3, 2, 3], [3, 2, 3]]);
    await other.close();
  });

  test('are not told of what was undone', async () => {
    const session = await addSession(server(), { places: 3 });
    const stream = await places(session);
    await stream.until(1);
    await server().database.orm.em.fork().transactional(async (em) => {
      await em.execute('update training_session set places = 9 where uuid = ?', [session]);
      throw new Error('undone');
    }).catch(() => undefined);
    await wait(AWHILE);
    expect(left(stream)).toEqual([3]);
    await sql('update training_session set places = 9 where uuid = ?', [session]);
    await stream.until(2);
    expect(left(stream)).toEqual([3, 9]);
  });

  test('that change a hundred times at once are read a few times, and told as they are in the end, however many look', async () => {
    const session = await addSession(server(), { places: 3 });
    const lookers = await Promise.all(Array.from({ length: 20 }, () => places(session)));
    await Promise.all(lookers.map((stream) => stream.until(1)));
    const before = server().readPool.count();
    for (let at = 1; at <= 100; at += 1) await sql('update training_session set places = ? where uuid = ?', [100 + at, session]);
    await vi.waitUntil(() => lookers.every((stream) => left(stream).at(-1) === 200), { timeout: 10_000 });
    expect(server().readPool.count() - before).toBeLessThan(100);
    for (const stream of lookers) expect(stream.told.length).toBeLessThan(40);
  });

  test('of a session that is not there and of one that is being prepared are the same nothing, and the end', async () => {
    const draft = await addSession(server(), { places: 3, stage: 'DRAFT', country: 'RS' });
    const [hidden, missing] = [await places(draft), await places('00000000-0000-4000-8000-000000000000')];
    await vi.waitUntil(() => hidden.isEnded() && missing.isEnded(), { timeout: 10_000 });
    expect(hidden.text()).toBe(missing.text());
    expect([hidden.told, hidden.isComplete()]).toEqual([[{ data: { sessionPlaces: null } }], true]);
    const scac = await signIn(server(), links, PEOPLE.scac);
    const seen = await places(draft, scac);
    await seen.until(1);
    expect(left(seen)).toEqual([3]);
  });
});

describe('that registrations have changed', () => {
  test('is told to those who may see them, and nothing of them; others’ are told to nobody', async () => {
    const [coordinator, elsewhere, scac, scacElsewhere, adviser] = [
      await signIn(server(), links, PEOPLE.ngoCoordinator), await signIn(server(), links, 'ngo-coordinator.al@passerelle.example'), await signIn(server(), links, PEOPLE.scac),
      await signIn(server(), links, PEOPLE.scacElsewhere), await signIn(server(), links, PEOPLE.adviser),
    ];
    const session = await addSession(server(), { places: 5 });
    const all = await Promise.all([coordinator, elsewhere, scac, scacElsewhere, adviser].map((headers) => subscribe(CHANGED, { session: idIn(session) }, headers)));
    const everything = await subscribe(CHANGED, {}, coordinator);
    await wait(AWHILE);
    const email = await registerOne(session, coordinator);
    await Promise.all([all[0]!.until(1), all[2]!.until(1), all[4]!.until(1), everything.until(1)]);
    await wait(AWHILE);
    expect(all.map(({ told }) => told.length > 0)).toEqual([true, false, true, false, true]);
    for (const stream of [...all, everything]) {
      expect(stream.text()).not.toContain(email);
      expect(stream.told.every((event) => JSON.stringify(event) === '{"data":{"registrationsChanged":true}}')).toBe(true);
    }
  });

  test('is refused to visitors', async () => {
    const stream = await subscribe(CHANGED, {});
    await vi.waitUntil(() => stream.isEnded(), { timeout: 10_000 });
    expect(stream.told[0]!.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a stream ends within seconds', () => {
  const ends: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
    'when its person is suspended': (email) => sql('update person set suspended_at = now() where email = ?', [email]),
    'when its person signs out': (email) => sql('delete from sign_in_session where person_id = (select id from person where email = ?)', [email]),
    'when their role ends': (email) => sql(`update member set until = current_date - 1, since = current_date - 9 where person_id = (select id from person where email = ?)`, [email]),
    'when their role is suspended': (email) => sql('update member set suspended_at = now() where person_id = (select id from person where email = ?)', [email]),
  };
  const people = ['ngo-coordinator.ro@passerelle.example', 'ngo-coordinator.md@passerelle.example', 'ngo-coordinator.mk@passerelle.example', 'ngo-coordinator.bg@passerelle.example'];

  test.each(Object.keys(ends).map((name, at) => [name, people[at]!] as const))('%s', async (name, email) => {
    const headers = await signIn(server(), links, email);
    const session = await addSession(server(), { places: 5 });
    const unwatched = await server().beside({ ...options, live: { checkEvery: 1e8 } });
    const [signal, numbers] = [await subscribe(CHANGED, { session: idIn(session) }, headers), await places(session, headers)];
    const [visitor, control] = [await places(session), await subscribe(CHANGED, { session: idIn(session) }, headers, unwatched)];
    await numbers.until(1);
    await wait(500);
    expect([signal.isEnded(), numbers.isEnded(), control.isEnded()]).toEqual([false, false, false]);
    await ends[name]!(email);
    await vi.waitUntil(() => signal.isEnded() && numbers.isEnded(), { timeout: 3_000 });
    expect([signal.isComplete(), numbers.isComplete(), visitor.isEnded()]).toEqual([true, true, false]);
    // The control: where nobody looks, it stays.
    expect(control.isEnded()).toBe(false);
    await unwatched.close();
  });
});

describe('changes', () => {
  test('are heard again once the connection is back, with those that came between', async () => {
    const session = await addSession(server(), { places: 3 });
    const stream = await places(session);
    await stream.until(1);
    await cut();
    await sql('update training_session set places = 7 where uuid = ?', [session]);
    await stream.until(2);
    await sql('update training_session set places = 8 where uuid = ?', [session]);
    await stream.until(3);
    expect(left(stream)).toEqual([3, 7, 8]);
  });

  test('are listened for by one connection for each process, and it owns nothing', async () => {
    const listeners = await sql<{ role: string }>(`select usename as role from pg_stat_activity where application_name = 'passerelle-live' and datname = current_database()`);
    expect(listeners).toHaveLength(1);
  });
});
