/** What those who look at a calendar, at who was at a session and at its places are told while they look: as much as they may see, and no more. */
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { heldSession, issue, record } from '../../src/attendance/world.fixture.ts';
import { ngoOf } from '../../src/members/world.fixture.ts';
import { addSession, type Cookies } from '../../src/registrations/world.fixture.ts';
import { PEOPLE, type Role, signIn } from '../permissions/roles.ts';
import type { EventStream } from './event-stream.ts';
import { AWHILE, idIn, streamWorld } from './stream-world.ts';

const { server, links, sql, subscribe, registerOne } = streamWorld();

const ATTENDANCE = 'subscription ($session: ID!) { attendanceChanged(session: $session) }';
const COUNTS = 'subscription ($session: ID!) { placeCountsChanged(session: $session) }';
const SESSIONS = 'subscription { sessionsChanged { id version state startsAt places placesLeft } }';
const ROLES = ['adviser', 'scac', 'scacElsewhere', 'ngoCoordinator', 'expert', 'authority'] as const satisfies readonly Role[];

interface AtMoment { readonly id: string; readonly version: number; readonly state: string; readonly startsAt: string; readonly places: number; readonly placesLeft: number }

let headers: Record<(typeof ROLES)[number], Cookies>;
let ngo: string;
let n = 0;

beforeAll(async () => {
  headers = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await signIn(server(), links, PEOPLE[role])]))) as typeof headers;
  ngo = await ngoOf(server(), 'RS');
});

/** Takes away, in this database alone, what says whom who asks may see at a session. */
async function showEverybody(): Promise<void> {
  await sql('alter table presence disable row level security');
  await sql(`create or replace view attendee as select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.mode, r.is_demonstration, null::text as token, null::text as code
    from registration r join participant p on p.uuid = r.participant_uuid where r.state = 'CONFIRMED'`);
}

const held = (people = 1) => heldSession(server(), { people: Array.from({ length: people }, () => ({ email: `listed${(n += 1)}@ngo.example` })), organisation: ngo, coordinator: headers.ngoCoordinator });
/** Has the expert teach in a session, and in no other: they cannot be in two places. */
async function teach(session: string): Promise<void> {
  await sql('delete from session_trainer where expert_uuid = (select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?)', [PEOPLE.expert]);
  await sql('insert into session_trainer (session_uuid, expert_uuid, position) select ?, e.uuid, 1 from expert e join person p on p.id = e.person_id where p.email = ?', [session, PEOPLE.expert]);
}

const told = (stream: EventStream, session: string): AtMoment[] => stream.told.map(({ data }) => data!.sessionsChanged as AtMoment).filter(({ id }) => id === idIn(session));
/** What a calendar was told of a session last: also that it was added may be told late. */
const now = (stream: EventStream, session: string): AtMoment | undefined => told(stream, session).at(-1);

/** Who of all these has been told something, once it was time. */
async function toldOf(query: string, session: string, cause: () => Promise<unknown>): Promise<string[]> {
  const streams = await Promise.all(ROLES.map(async (role) => [role, await subscribe(query, { session: idIn(session) }, headers[role])] as const));
  await wait(AWHILE);
  expect(streams.map(([, { told }]) => told.length)).toEqual(ROLES.map(() => 0));
  await cause();
  await streams[0]![1].until(1);
  await wait(AWHILE);
  for (const [, stream] of streams) stream.close();
  expect(streams.flatMap(([, { told }]) => told.map(({ data }) => Object.values(data!))).flat().every((one) => one === true)).toBe(true);
  return streams.filter(([, { told }]) => told.length > 0).map(([role]) => role);
}

describe('that something has changed in who was at a session', () => {
  test('is told to those who prepare it, who teach in it while it is held, and who registered them, and to nobody else', async () => {
    const { session, registrations } = await held();
    await teach(session);
    const told = await toldOf(ATTENDANCE, session, () => record(server(), headers.scac, { registration: registrations[0]! }));
    expect(told).toEqual(['adviser', 'scac', 'ngoCoordinator', 'expert']);
  });

  test('is told of somebody who comes by a place, and of a certificate, which who only teaches does not see', async () => {
    const session = await addSession(server(), { places: 5, country: 'RS' });
    expect(await toldOf(ATTENDANCE, session, () => registerOne(session, headers.ngoCoordinator))).toEqual(['adviser', 'scac', 'ngoCoordinator']);
    const over = await heldSession(server(), { people: [{ email: `listed${(n += 1)}@ngo.example` }], organisation: ngo, coordinator: headers.ngoCoordinator, began: '6 hours', lasts: '5 hours' });
    await teach(over.session);
    await record(server(), headers.scac, { registration: over.registrations[0]! });
    expect(await toldOf(ATTENDANCE, over.session, async () => expect(await issue(server(), headers.scac, over.session, over.registrations)).toEqual(['DONE']))).toEqual(['adviser', 'scac', 'ngoCoordinator']);
  });

  test('wakes nobody who looks at its places or at a calendar', async () => {
    const { session, registrations } = await held();
    const [calendar, places] = [await subscribe(SESSIONS, {}), await subscribe(COUNTS, { session: idIn(session) }, headers.adviser)];
    // What was done before has been heard once something that was done after it has: nothing is told twice as it was.
    const [{ starts_at: startsAt }] = await sql<{ starts_at: Date }>(`update training_session set starts_at = starts_at - interval '1 minute' where uuid = ? returning starts_at`, [session]) as [{ starts_at: Date }];
    await vi.waitUntil(() => now(calendar, session)?.startsAt === new Date(startsAt).toISOString(), { timeout: 10_000 });
    const [toldBefore, before] = [calendar.told.length, server().readPool.count()];
    await record(server(), headers.scac, { registration: registrations[0]! });
    await wait(AWHILE);
    expect([calendar.told.length, places.told.length]).toEqual([toldBefore, 0]);
    expect(server().readPool.count() - before).toBeLessThan(10);
  });
});

describe('that the places of a session have changed, or who has one and waits, by number', () => {
  test('is told to those who prepare it, also of people whom they do not see, and to nobody else', async () => {
    const session = await addSession(server(), { places: 5, country: 'AL' });
    const told = await toldOf(COUNTS, session, () => registerOne(session, headers.ngoCoordinator));
    expect(told).toEqual(['adviser', 'scacElsewhere']);
  });

  test('is told of places and quotas that somebody else changes', async () => {
    const session = await addSession(server(), { places: 5 });
    expect(await toldOf(COUNTS, session, () => sql('update training_session set version = version + 1 where uuid = ?', [session]))).toEqual(['adviser']);
  });
});

describe('whoever looks at a calendar', () => {
  test('is told of each session that changes as it is now, visitors too', async () => {
    const session = await addSession(server(), { places: 3 });
    const visitor = await subscribe(SESSIONS, {});
    await wait(AWHILE);
    await registerOne(session, headers.ngoCoordinator);
    await vi.waitUntil(() => now(visitor, session)?.placesLeft === 2, { timeout: 10_000 });
    expect(now(visitor, session)).toEqual({ id: idIn(session), version: 1, state: 'OPEN', startsAt: expect.stringMatching(/^\d{4}-.*Z$/) as string, places: 3, placesLeft: 2 });
    await sql(`update training_session set stage = 'CLOSED', version = 2 where uuid = ?`, [session]);
    await vi.waitUntil(() => now(visitor, session)?.version === 2, { timeout: 10_000 });
    expect(now(visitor, session)).toMatchObject({ version: 2, state: 'CLOSED' });
  });

  test('is told nothing of a session that is being prepared, but by whom; and of one that has been announced', async () => {
    const session = await addSession(server(), { places: 3, country: 'RS', stage: 'DRAFT' });
    const streams = [await subscribe(SESSIONS, {}), await subscribe(SESSIONS, {}, headers.ngoCoordinator), await subscribe(SESSIONS, {}, headers.scacElsewhere), await subscribe(SESSIONS, {}, headers.scac)];
    await wait(AWHILE);
    await sql('update training_session set places = 4 where uuid = ?', [session]);
    await vi.waitUntil(() => now(streams[3]!, session)?.places === 4, { timeout: 10_000 });
    await wait(AWHILE);
    // The control: the embassy that prepares it is told.
    expect(streams.map((stream) => told(stream, session).length > 0)).toEqual([false, false, false, true]);
    await sql(`update training_session set stage = 'OPEN' where uuid = ?`, [session]);
    await vi.waitUntil(() => streams.every((stream) => told(stream, session).length > 0), { timeout: 10_000 });
  });

  test('costs one statement for each change, however many look', async () => {
    const session = await addSession(server(), { places: 3 });
    const lookers = await Promise.all(Array.from({ length: 20 }, () => subscribe(SESSIONS, {})));
    await wait(AWHILE);
    const before = server().readPool.count();
    await sql('update training_session set places = 9 where uuid = ?', [session]);
    await vi.waitUntil(() => lookers.every((stream) => now(stream, session)?.places === 9), { timeout: 10_000 });
    expect(server().readPool.count() - before).toBeLessThan(5);
  });
});

describe('the control', () => {
  test('where the database does not say whom who asks may see, everybody is told', async () => {
    const { session, registrations } = await held();
    await showEverybody();
    expect(await toldOf(ATTENDANCE, session, () => record(server(), headers.adviser, { registration: registrations[0]! }))).toEqual([...ROLES]);
  });
});
