/** The way to the streams: how they are asked for and answered, how many there may be, and what is refused. */
import { describe, expect, test, vi } from 'vitest';
import { addSession, takenOf } from '../../src/registrations/world.fixture.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { openStream } from './event-stream.ts';
import { ask, get, post, send } from './harness.ts';
import { CHANGED, HASH, idIn, left, PLACES, streamWorld } from './stream-world.ts';

const { server, links, options, sql, kept, subscribe, places } = streamWorld();

describe('streams', () => {
  test('are kept, packed and held back by nobody on the way, and set no cookie', async () => {
    const session = await addSession(server(), { places: 3 });
    const stream = await subscribe(PLACES, { id: idIn(session) }, { 'accept-encoding': 'gzip, br' });
    expect({ status: stream.status, ...stream.headers }).toMatchObject({ status: 200, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    expect([stream.headers['content-encoding'], stream.headers['set-cookie'], stream.headers['content-length']]).toEqual([undefined, undefined, undefined]);
    await stream.until(1);
  });

  test('are bounded by person, by network and in all', async () => {
    const narrow = await server().beside({ ...options, live: { limits: { perPerson: 1, perNetwork: 2, all: 4 } } }, { trustedProxies: ['loopback'] });
    const [coordinator, adviser] = [await signIn(server(), links, PEOPLE.ngoCoordinator), await signIn(server(), links, PEOPLE.adviser)];
    const session = await addSession(server(), { places: 3 });
    const from = (network: string): Record<string, string> => ({ 'x-forwarded-for': `203.0.113.${network}` });
    const status = async (headers: Record<string, string>): Promise<number> => (await places(session, headers, narrow)).status;
    const freed = await places(session, from('1'), narrow);
    expect([freed.status, await status(from('1')), await status(from('1'))]).toEqual([200, 200, 429]);
    // Whoever is signed in is held back by no visitor of the same network.
    expect([await status({ ...coordinator, ...from('1') }), await status({ ...coordinator, ...from('2') })]).toEqual([200, 429]);
    expect([await status({ ...adviser, ...from('3') }), await status(from('4'))]).toEqual([200, 503]);
    // A place that is free is given.
    freed.close();
    await vi.waitUntil(async () => (await status(from('4'))) === 200, { timeout: 3_000 });
    await narrow.close();
  });

  test('count as questions do', async () => {
    const narrow = await server().beside(options, { visitorLimit: 2, trustedProxies: ['loopback'] });
    const session = await addSession(server(), { places: 3 });
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await places(session, from, narrow)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await narrow.close();
  });

  test('end when the server closes, at once and without a word that they are complete, so that another is asked', async () => {
    const closing = await server().beside(options);
    const session = await addSession(server(), { places: 3 });
    const stream = await places(session, {}, closing);
    await stream.until(1);
    const begun = performance.now();
    await closing.close();
    expect(performance.now() - begun).toBeLessThan(3_000);
    await vi.waitUntil(() => stream.isEnded(), { timeout: 10_000 });
    expect(stream.isComplete()).toBe(false);
  });

  test('that nobody reads hold up nobody', async () => {
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
    const stream = kept(await openStream(server(), `/graphql/stream?locale=mk&documentId=${HASH}&variables=${variables}`));
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
      await vi.waitUntil(() => stream.isEnded(), { timeout: 10_000 });
      expect(stream.told[0]!.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
    const missing = await subscribe(PLACES, {});
    await vi.waitUntil(() => missing.isEnded(), { timeout: 10_000 });
    expect(missing.told[0]!.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('leave the counters as they are', async () => {
    const session = await addSession(server(), { places: 3 });
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    expect((await ask(server(), '{ __schema { subscriptionType { name } } }')).data).toEqual({ __schema: { subscriptionType: { name: 'Subscription' } } });
  });
});
