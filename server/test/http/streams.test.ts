/** Subscriptions as streams: what they tell, to whom, how many there may be, and that they end with what they were opened by. */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ngoOf } from '../../src/members/world.fixture.ts';
import { act, addSession, idOf, owner, register, takenOf } from '../../src/registrations/world.fixture.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { type EventStream, openStream, subscribe as open } from './event-stream.ts';
import { ask, get, post, send, type TestServer, testServer, UNLIMITED } from './harness.ts';

const PLACES = 'subscription ($id: ID!) { sessionPlaces(id: $id) { places placesLeft } }';
const CHANGED = 'subscription ($session: ID) { registrationsChanged(session: $session) }';
const OURS = 'subscription LivePlaces($id: ID!) { sessionPlaces(id: $id) { places placesLeft } }';
const HASH = createHash('sha256').update(OURS).digest('hex');

const links: SignInLink[] = [];
const OPTIONS = { sendLink: async (link: SignInLink): Promise<void> => void links.push(link), signInLimits: UNLIMITED, documents: { [HASH]: OURS } };
const server = testServer({ ...OPTIONS, live: { checkEvery: 200 } });
let ngo: string;
let n = 0;
const streams: EventStream[] = [];

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const idIn = (session: string): string => `TrainingSession_${session}`;
const address = (): string => `streamed${(n += 1)}@ngo.example`;
const left = (stream: EventStream): unknown[] => stream.told.map(({ data }) => (data?.sessionPlaces as { placesLeft: number } | null)?.placesLeft);

async function subscribe(query: string, variables: object, headers: Record<string, string> = {}, of: TestServer = server()): Promise<EventStream> {
  const stream = await open(of, query, variables, headers);
  streams.push(stream);
  return stream;
}

const places = (session: string, headers: Record<string, string> = {}, of: TestServer = server()): Promise<EventStream> => subscribe(PLACES, { id: idIn(session) }, headers, of);

/** Cuts the connections on which changes are heard of, as the role that has them. */
async function cut(): Promise<void> {
  const app = new pg.Client({ connectionString: server().database.app });
  await app.connect();
  const { rowCount } = await app.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'passerelle-live' and datname = current_database()`);
  expect(rowCount).toBe(1);
  await app.end();
}

/** Long enough for what must not come to have come. */
const AWHILE = 700;

beforeAll(async () => {
  ngo = await ngoOf(server(), 'RS');
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

async function registerOne(session: string, headers: Record<string, string>, email = address()): Promise<string> {
  const answer = await register(server(), headers, { session, organisation: ngo, people: [{ email }] });
  expect(answer.errors).toBeUndefined();
  return email;
}

describe('the places of a session', () => {
  test('are told at once, and whenever one is taken or freed, to visitors too, by this process and by another', async () => {
    const coordinator = await signIn(server(), links, PEOPLE.ngoCoordinator);
    const other = await server().beside(OPTIONS);
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
    await vi.waitUntil(() => hidden.isEnded() && missing.isEnded());
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
    await vi.waitUntil(() => stream.isEnded());
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
    const unwatched = await server().beside({ ...OPTIONS, live: { checkEvery: 1e8 } });
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

describe('streams', () => {
  test('are kept, packed and held back by nobody on the way, and set no cookie', async () => {
    const session = await addSession(server(), { places: 3 });
    const stream = await open(server(), PLACES, { id: idIn(session) }, { 'accept-encoding': 'gzip, br' });
    streams.push(stream);
    expect({ status: stream.status, ...stream.headers }).toMatchObject({ status: 200, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    expect([stream.headers['content-encoding'], stream.headers['set-cookie'], stream.headers['content-length']]).toEqual([undefined, undefined, undefined]);
    await stream.until(1);
  });

  test('are bounded by person, by network and in all', async () => {
    const narrow = await server().beside({ ...OPTIONS, live: { limits: { perPerson: 1, perNetwork: 2, all: 4 } } }, { trustedProxies: ['loopback'] });
    const [coordinator, adviser] = [await signIn(server(), links, PEOPLE.ngoCoordinator), await signIn(server(), links, PEOPLE.adviser)];
    const session = await addSession(server(), { places: 3 });
    const from = (network: string): Record<string, string> => ({ 'x-forwarded-for': `203.0.113.${network}` });
    const status = async (headers: Record<string, string>): Promise<number> => (await places(session, headers, narrow)).status;
    expect([await status(from('1')), await status(from('1')), await status(from('1'))]).toEqual([200, 200, 429]);
    // Whoever is signed in is held back by no visitor of the same network.
    expect([await status({ ...coordinator, ...from('1') }), await status({ ...coordinator, ...from('2') })]).toEqual([200, 429]);
    expect([await status({ ...adviser, ...from('3') }), await status(from('4'))]).toEqual([200, 503]);
    // A place that is free is given.
    streams[0]!.close();
    await vi.waitUntil(async () => (await status(from('4'))) === 200, { timeout: 3_000 });
    await narrow.close();
  });

  test('count as questions do', async () => {
    const narrow = await server().beside(OPTIONS, { visitorLimit: 2, trustedProxies: ['loopback'] });
    const session = await addSession(server(), { places: 3 });
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await places(session, from, narrow)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await narrow.close();
  });

  test('end when the server closes, at once and without a word that they are complete, so that another is asked', async () => {
    const closing = await server().beside(OPTIONS);
    const session = await addSession(server(), { places: 3 });
    const stream = await places(session, {}, closing);
    await stream.until(1);
    const begun = performance.now();
    await closing.close();
    expect(performance.now() - begun).toBeLessThan(3_000);
    await vi.waitUntil(() => stream.isEnded());
    expect(stream.isComplete()).toBe(false);
  });

  test('hear again of changes once the connection is back, and of those that came between', async () => {
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

  test('that nobody reads take no more room, and hold up nobody', async () => {
    const session = await addSession(server(), { places: 3 });
    const [idle, reading] = [await places(session), await places(session)];
    await Promise.all([idle.until(1), reading.until(1)]);
    idle.pause();
    for (let at = 1; at <= 30; at += 1) await sql('update training_session set places = ? where uuid = ?', [50 + at, session]);
    await vi.waitUntil(() => left(reading).at(-1) === 80, { timeout: 5_000 });
  });

  test('take our documents by their hash, and others that hold to the limits', async () => {
    const session = await addSession(server(), { places: 3 });
    const variables = encodeURIComponent(JSON.stringify({ id: idIn(session) }));
    const stream = await openStream(server(), `/graphql/stream?locale=mk&documentId=${HASH}&variables=${variables}`);
    streams.push(stream);
    await stream.until(1);
    expect(left(stream)).toEqual([3]);
    const refusals = [
      [`documentId=${'0'.repeat(64)}`, 404, 'PERSISTED_QUERY_NOT_FOUND'], ['', 400, 'BAD_REQUEST'], [`query=${encodeURIComponent('{ service { locale } }')}`, 400, 'BAD_REQUEST'],
      [`query=${encodeURIComponent('mutation { signOut { ended } }')}`, 400, 'BAD_REQUEST'], [`query=${encodeURIComponent('subscription { nothing }')}`, 400, 'GRAPHQL_VALIDATION_FAILED'],
      [`query=${encodeURIComponent('subscription {')}`, 400, 'GRAPHQL_PARSE_FAILED'], [`query=${encodeURIComponent(`subscription { ${'a '.repeat(1_100)} }`)}`, 400, 'QUERY_TOO_COMPLEX'],
      [`query=${encodeURIComponent('subscription { a: registrationsChanged b: registrationsChanged }')}`, 400, 'GRAPHQL_VALIDATION_FAILED'], ['variables=%7B', 400, 'BAD_REQUEST'], ['locale=xx', 400, 'UNKNOWN_LOCALE'],
    ] as const;
    for (const [search, status, code] of refusals) {
      const answer = await send(server(), `/graphql/stream?${search}`, { headers: { accept: 'text/event-stream' } });
      expect({ search: search.slice(0, 60), status: answer.status, code: answer.code, cache: answer.headers.get('cache-control') }).toEqual({ search: search.slice(0, 60), status, code, cache: 'no-store' });
    }
  });

  test('are opened by who wants events, from pages of this site, by GET or POST', async () => {
    const session = await addSession(server(), { places: 3 });
    const body = JSON.stringify({ query: PLACES, variables: { id: idIn(session) } });
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const aborted = new AbortController();
    const answer = await fetch(new URL('/graphql/stream', server().address.replace('localhost', '127.0.0.1')), { method: 'POST', headers, body, signal: aborted.signal });
    expect(answer.status).toBe(200);
    aborted.abort();
    expect((await send(server(), '/graphql/stream', { method: 'POST', body, headers: { 'content-type': 'application/json', accept: 'application/json' } })).status).toBe(406);
    expect((await send(server(), '/graphql/stream', { method: 'PUT', headers: { accept: 'text/event-stream' } })).status).toBe(405);
    expect((await send(server(), `/graphql/stream?query=${encodeURIComponent(PLACES)}`, { headers: { accept: 'text/event-stream', cookie: 'x=y', origin: 'https://elsewhere.example' } })).status).toBe(403);
  });

  test('are not to be had of /graphql', async () => {
    expect((await post(server(), JSON.stringify({ query: CHANGED }))).code).toBe('BAD_REQUEST');
    expect((await get(server(), { query: CHANGED })).status).toBeGreaterThanOrEqual(400);
  });

  test('tell a faulty id as a fault of who asks, and nothing of ours', async () => {
    for (const id of ['x', 'Country_RS', 'TrainingSession_x']) {
      const stream = await subscribe(PLACES, { id });
      await vi.waitUntil(() => stream.isEnded());
      expect(stream.told[0]!.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
    const missing = await subscribe(PLACES, {});
    await vi.waitUntil(() => missing.isEnded());
    expect(missing.told[0]!.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('leave the counters as they are', async () => {
    const session = await addSession(server(), { places: 3 });
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    expect((await ask(server(), '{ __schema { subscriptionType { name } } }')).data).toEqual({ __schema: { subscriptionType: { name: 'Subscription' } } });
  });
});
