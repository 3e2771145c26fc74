/** Many who come at once, in two processes: nobody is given a place twice, and the list is in order. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { type Cookies, addSession, owner, register, rowsOf, takenOf, type Told, toldOf } from './world.fixture.ts';
import { type Processes, signInAt, startProcesses } from './processes.fixture.ts';

const COUNTRIES = ['al', 'md', 'ro', 'rs', 'ua'] as const;
const isWhole = process.env.MODEL === 'whole';
/** So many come at once that all have their answer within the time that a request has, on a machine that has much else to do too. */
const [PEOPLE, PLACES] = isWhole ? [200, 50] : [80, 20];
/** How often the same is sent, and how many times at once. */
const [SENT, AT_ONCE] = [1_000, 100];

let processes: Processes;
const coordinators: { readonly cookies: Cookies; readonly organisation: string }[] = [];

beforeAll(async () => {
  processes = await startProcesses(2);
  for (const country of COUNTRIES) {
    const email = `ngo-coordinator.${country}@passerelle.example`;
    const [row] = await owner<{ organisation: string }>(processes, 'select m.organisation_slug as organisation from member m join person p on p.id = m.person_id where p.email = ?', [email]);
    coordinators.push({ cookies: await signInAt(processes.servers[0]!, processes.database, email), organisation: row!.organisation });
  }
}, 60_000);
afterAll(() => processes?.close());

const at = (n: number) => processes.servers[n % 2]!;
const by = (n: number) => coordinators[n % coordinators.length]!;

test(`${PEOPLE} who are registered at once in two processes for ${PLACES} places: as many have one, and the others wait in one order without a gap`, { timeout: 60_000 }, async () => {
  const session = await addSession(processes, { places: PLACES });
  const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => register(at(n), by(n).cookies, { session, organisation: by(n).organisation, people: [{ email: `at-once-${n}@ngo.example` }] })));
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const told = answers.flatMap((answer) => (toldOf(answer) as Told).people);
  expect(told.filter(({ outcome }) => outcome === 'CONFIRMED')).toHaveLength(PLACES);
  expect(await takenOf(processes, session)).toEqual({ counter: PLACES, rows: PLACES });
  const waiting = told.filter(({ outcome }) => outcome === 'WAITING').toSorted((a, b) => a.position! - b.position!);
  expect(waiting.map(({ position }) => position)).toEqual(Array.from({ length: PEOPLE - PLACES }, (_, n) => n + 1));
  const list = await owner<{ email: string }>(processes, `select p.email from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ? and r.state = 'WAITING' order by r.waits_since, r.uuid`, [session]);
  expect(list.map(({ email }) => email)).toEqual(waiting.map(({ email }) => email));
});

test(`one submission that is sent ${SENT} times to two processes registers once, and writes once`, { timeout: 60_000 }, async () => {
  const session = await addSession(processes, { places: 5, inDays: 150 });
  const [submission, email] = [randomUUID(), 'sent-again@ngo.example'];
  const send = (n: number) => register(at(n), by(0).cookies, { session, organisation: by(0).organisation, people: [{ email }], submission });
  const answers = [];
  for (let sent = 0; sent < SENT; sent += AT_ONCE) answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => send(sent + n)))));
  expect(answers.flatMap((answer) => (toldOf(answer) as Told).people.map(({ outcome }) => outcome))).toEqual(Array.from({ length: SENT }, () => 'CONFIRMED'));
  expect(await rowsOf(processes, session)).toMatchObject([{ email, state: 'CONFIRMED' }]);
  expect(await owner(processes, 'select template from mail where recipient = ?', [email])).toEqual([{ template: 'registrationPass' }]);
  expect(await owner(processes, 'select from registration where submission = ?', [submission])).toHaveLength(1);
  expect(await takenOf(processes, session)).toEqual({ counter: 1, rows: 1 });
});

test('the control: where nothing knows a submission again, one that is sent again registers and writes again', { timeout: 60_000 }, async () => {
  const session = await addSession(processes, { places: 5, inDays: 270 });
  const [submission, email] = [randomUUID(), 'not-known-again@ngo.example'];
  const [known] = await owner<{ text: string }>(processes, `select pg_get_functiondef('known_registration(uuid, uuid, uuid)'::regprocedure) as text`);
  await owner(processes, `
    create or replace function known_registration(the_session uuid, the_participant uuid, the_submission uuid) returns table (uuid uuid, state text, submission uuid) language sql stable as $$ select null::uuid, null::text, null::uuid where false $$;
    drop index registration_once; alter table registration drop constraint registration_submitted_once`);
  try {
    await Promise.all(Array.from({ length: 10 }, (_, n) => register(at(n), by(0).cookies, { session, organisation: by(0).organisation, people: [{ email }], submission })));
    expect((await rowsOf(processes, session)).length).toBe(10);
    expect((await owner(processes, 'select from mail where recipient = ?', [email])).length).toBe(10);
  } finally {
    await owner(processes, 'delete from registration where session_uuid = ?', [session]);
    await owner(processes, `${known!.text}; create unique index registration_once on registration (session_uuid, participant_uuid) where state <> 'WITHDRAWN';
      alter table registration add constraint registration_submitted_once unique (submission, session_uuid, participant_uuid)`);
  }
});

test('twenty places that become free at once, while others come, go to the first twenty who wait, and the others keep their turn', { timeout: 60_000 }, async () => {
  const session = await addSession(processes, { places: 20, inDays: 180 });
  const send = (n: number) => register(at(n), by(n).cookies, { session, organisation: by(n).organisation, people: [{ email: `turn-${n}@ngo.example` }] });
  await Promise.all(Array.from({ length: 70 }, (_, n) => send(n)));
  const waitingOf = async (): Promise<string[]> => (await owner<{ email: string }>(processes,
    `select p.email from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ? and r.state = 'WAITING' order by r.waits_since, r.uuid`, [session])).map(({ email }) => email);
  const before = await waitingOf();
  expect(before).toHaveLength(50);
  const held = await owner<{ id: string; organisation: string }>(processes, `select uuid as id, organisation_slug as organisation from registration where session_uuid = ? and state = 'CONFIRMED' order by uuid`, [session]);
  const withdraw = (row: { id: string; organisation: string }, n: number) =>
    ask(at(n), 'mutation ($id: ID!) { withdrawRegistration(id: $id) { outcome } }', { id: `Registration_${row.id}` }, coordinators.find(({ organisation }) => organisation === row.organisation)!.cookies);
  await Promise.all([...held.map(withdraw), ...Array.from({ length: 30 }, (_, n) => send(100 + n))]);
  const offered = (await rowsOf(processes, session)).filter(({ state }) => state === 'OFFERED').map(({ email }) => email);
  expect(offered.toSorted()).toEqual(before.slice(0, 20).toSorted());
  const after = await waitingOf();
  expect([after.slice(0, 30), after.length]).toEqual([before.slice(20), 60]);
  expect(await takenOf(processes, session)).toEqual({ counter: 20, rows: 20 });
});

test('registered and withdrawn at once: no place is lost, none is given twice, and nobody waits beside a free one', { timeout: 60_000 }, async () => {
  const session = await addSession(processes, { places: 10, inDays: 60 });
  const send = (n: number) => register(at(n), by(n).cookies, { session, organisation: by(n).organisation, people: [{ email: `coming-${n}@ngo.example` }] });
  await Promise.all(Array.from({ length: 40 }, (_, n) => send(n)));
  const rows = await owner<{ id: string; organisation: string }>(processes, `select uuid as id, organisation_slug as organisation from registration where session_uuid = ? order by uuid`, [session]);
  const withdraw = (row: { id: string; organisation: string }, n: number) =>
    ask(at(n), 'mutation ($id: ID!) { withdrawRegistration(id: $id) { outcome } }', { id: `Registration_${row.id}` }, coordinators.find(({ organisation }) => organisation === row.organisation)!.cookies);
  const answers = await Promise.all([...rows.slice(0, 25).map(withdraw), ...Array.from({ length: 40 }, (_, n) => send(100 + n))]);
  expect(answers.filter(({ status, errors }) => status >= 500 || errors)).toEqual([]);
  expect(await takenOf(processes, session)).toEqual({ counter: 10, rows: 10 });
  expect(await rowsOf(processes, session)).toHaveLength(80);
});

describe('twelve people whom five organisations register at once, in two processes,', () => {
  const SAME = 12;
  const come = (session: string) => Promise.all(coordinators.flatMap((_, n) => Array.from({ length: SAME }, (_one, one) =>
    register(at(n + one), by(n).cookies, { session, organisation: by(n).organisation, people: [{ email: `same-${one}@ngo.example` }] }))));
  const countsOf = async (session: string): Promise<unknown> => (await owner(processes,
    `select places_taken as taken, places_shared as shared, (select count(distinct email)::int from registration r where r.session_uuid = s.uuid and r.state = 'CONFIRMED') as people from training_session s where uuid = ?`, [session]))[0];

  test('have twelve places, and each organisation is told what it would be told of its own', { timeout: 60_000 }, async () => {
    const session = await addSession(processes, { places: 100, inDays: 210 });
    const answers = await come(session);
    expect(answers.flatMap((answer) => (toldOf(answer) as Told).people.map(({ outcome }) => outcome))).toEqual(Array.from({ length: SAME * coordinators.length }, () => 'CONFIRMED'));
    expect(await countsOf(session)).toEqual({ taken: SAME, shared: SAME * (coordinators.length - 1), people: SAME });
  });

  test('have as many as there are, and nobody has two', { timeout: 60_000 }, async () => {
    const session = await addSession(processes, { places: 5, inDays: 240 });
    await come(session);
    expect(await countsOf(session)).toMatchObject({ taken: 5, people: 5 });
  });

  test('have a place for each registration where no seat is shared: the control', { timeout: 60_000 }, async () => {
    const SEAT_OF = 'seat_of(registration, uuid, boolean)';
    const [{ definition }] = (await owner<{ definition: string }>(processes, 'select pg_get_functiondef(?::regprocedure) as definition', [SEAT_OF])) as [{ definition: string }];
    await owner(processes, definition.replace('o.email = r.email', 'false'));
    try {
      const session = await addSession(processes, { places: 100, inDays: 270 });
      await come(session);
      expect(await countsOf(session)).toEqual({ taken: SAME * coordinators.length, shared: 0, people: SAME });
    } finally {
      await owner(processes, definition);
    }
  });
});

test('thirty who come for a session that somebody holds stand before its turnstile: two of them wait for the row, and who comes for another session is answered', { timeout: 60_000 }, async () => {
  const [held, other] = [await addSession(processes, { places: 30, inDays: 210 }), await addSession(processes, { places: 1, inDays: 240 })];
  const send = (session: string, email: string) => register(at(0), by(0).cookies, { session, organisation: by(0).organisation, people: [{ email }] });
  const outcomeOf = async (answer: ReturnType<typeof send>): Promise<string> => (toldOf(await answer) as Told).people[0]!.outcome;
  const holder = new pg.Client({ connectionString: processes.database.owner });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from training_session where uuid = $1 for update', [held]);
    const rush = Array.from({ length: 30 }, (_, n) => outcomeOf(send(held, `rush-${n}@ngo.example`)));
    await expect.poll(async () => (await owner(processes, 'select from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted')).length).toBe(2);
    expect(await outcomeOf(send(other, 'beside-the-rush@ngo.example'))).toBe('CONFIRMED');
    expect(await rowsOf(processes, held)).toEqual([]);
    await holder.query('rollback');
    expect(await Promise.all(rush)).toEqual(Array.from({ length: 30 }, () => 'CONFIRMED'));
  } finally {
    await holder.end();
  }
});

describe('the naive way, which counts and then adds,', () => {
  const INSERT = `
    insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at)
    select gen_random_uuid(), $1, p.uuid, p.email, p.organisation_slug, p.country_code, p.sector, 'ON_SITE', 'CONFIRMED', gen_random_uuid(), now() from participant p where p.uuid = $2`;

  /** Few enough connections for any PostgreSQL, beside those of the two processes. */
  const [AT_ONCE, FEW] = [16, 10];

  /** More transactions than places, each of which has counted before any has added. How many were given a place. */
  async function countThenAdd(session: string): Promise<number> {
    const people = await owner<{ uuid: string }>(processes, `select uuid from participant where email like 'at-once-%' order by email limit ${AT_ONCE}`);
    const clients = await Promise.all(people.map(async () => {
      const client = new pg.Client({ connectionString: processes.database.owner });
      await client.connect();
      return client;
    }));
    const counted = await Promise.all(clients.map(async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from registration where session_uuid = $1 and state = 'CONFIRMED'`, [session]);
      return rows[0]!.count;
    }));
    await Promise.all(clients.map(async (client, n) => {
      try {
        if (counted[n]! < FEW) await client.query(INSERT, [session, people[n]!.uuid]);
        await client.query('commit');
      } catch {
        await client.query('rollback');
      } finally {
        await client.end();
      }
    }));
    return (await takenOf(processes, session)).rows;
  }

  test('sells more places than there are where nothing guards them', { timeout: 30_000 }, async () => {
    const session = await addSession(processes, { places: FEW, inDays: 90 });
    await owner(processes, 'alter table registration disable trigger registration_holds_place');
    try {
      expect(await countThenAdd(session)).toBeGreaterThan(FEW);
    } finally {
      await owner(processes, 'alter table registration enable trigger registration_holds_place');
    }
  });

  test('is stopped by the counter', { timeout: 30_000 }, async () => {
    const session = await addSession(processes, { places: FEW, inDays: 120 });
    expect(await countThenAdd(session)).toBe(FEW);
  });
});
