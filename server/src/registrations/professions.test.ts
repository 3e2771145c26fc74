/** Places that are counted by profession: whoever is registered has one, nobody passes the quota by with none, and the counter never passes it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { registrationJobs } from './registrations.jobs.ts';
import { act, addSession, idOf, outcomesOf, owner, register, rowsOf, type PersonWanted } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let albanian: Record<string, string>;
let ngo: string;
let elsewhere: string;
let law: string;
let health: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `profession${(n += 1)}@ngo.example`;
const some = (profession: string | null, email = address()): PersonWanted => ({ email, ...(profession !== null && { profession }) });
const ours = (session: string, people: readonly PersonWanted[], submission: string = randomUUID()) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people, submission });
const theirs = (session: string, people: readonly PersonWanted[]) => register(server(), albanian, { session, organisation: elsewhere, people });
const statesOf = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ state }) => state);
const takenBy = (session: string): Promise<unknown[]> => sql('select c.value, c.taken from quota_count c join session_quota q on q.uuid = c.quota_uuid where q.session_uuid = ? order by 1', [session]);
const serve = (): Promise<void> => registrationJobs('https://passerelle.example')[0]!.handler({} as never, { em: server().database.orm.em.fork(), signal: new AbortController().signal } as never);
const addQuota = (session: string, key: string, places: number): Promise<unknown> => sql(`insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'PROFESSION', ?, ?)`, [session, key, places]);
const asked = async (session: string): Promise<unknown> => ((await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { asksProfession } }', { id: `TrainingSession_${session}` })).data!.trainingSession as { asksProfession: boolean }).asksProfession;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  albanian = await signIn(server(), links, 'ngo-coordinator.al@passerelle.example');
  [ngo, elsewhere] = [await ngoOf(server(), 'RS'), await ngoOf(server(), 'AL')];
  [law, health] = (await sql<{ code: string }>('select code from profession order by code limit 2')).map(({ code }) => code) as [string, string];
});

/** A session with places counted by profession. */
async function counted(places: number, key: string, most: number, needsValidation = false): Promise<string> {
  const session = await addSession(server(), { places, needsValidation, inDays: 30 + (n += 1) });
  await addQuota(session, key, most);
  return session;
}

describe('a session that counts places by profession', () => {
  test('says so to anybody, for as long as it does', async () => {
    const session = await addSession(server(), { places: 3 });
    expect(await asked(session)).toBe(false);
    await addQuota(session, law, 1);
    await addQuota(session, '', 2);
    expect(await asked(session)).toBe(true);
    await sql(`delete from session_quota where session_uuid = ? and key = ''`, [session]);
    expect(await asked(session)).toBe(true);
    await sql('delete from session_quota where session_uuid = ?', [session]);
    expect(await asked(session)).toBe(false);
  });

  test('takes nobody whose profession is not said: whose it is, is told, and nothing is written', async () => {
    const session = await counted(5, law, 2);
    const input = { session: `TrainingSession_${session}`, organisation: `Organisation_${ngo}`, submission: randomUUID(), hasConsent: true, people: [some(law), some(null), some(health), some(null)].map((one) => ({ name: 'Somebody', locale: 'fr', ...one })) };
    const { data } = await ask(server(), 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { email } faults { person } personFaults { person field fault } } }', { input }, headers.ngoCoordinator);
    expect(data!.registerParticipants).toEqual({ outcome: 'INVALID', people: [], faults: [], personFaults: [{ person: 1, field: 'PROFESSION', fault: 'MISSING' }, { person: 3, field: 'PROFESSION', fault: 'MISSING' }] });
    expect(await rowsOf(server(), session)).toEqual([]);
    expect(await sql('select from participant where email = ?', [input.people[0]!.email])).toEqual([]);
  });

  test('says of who was registered before it counted them, sent again, how they stand', async () => {
    const session = await addSession(server(), { places: 1 });
    const [people, submission] = [[some(null)], randomUUID()];
    expect(outcomesOf(await ours(session, people, submission))).toEqual(['CONFIRMED']);
    await addQuota(session, '', 1);
    expect(outcomesOf(await ours(session, people, submission))).toEqual(['CONFIRMED']);
    expect(outcomesOf(await ours(session, people))).toBe('INVALID');
  });

  test('takes none in the database either, by whatever way', async () => {
    const session = await counted(5, law, 2);
    const before = await addSession(server(), { places: 5, inDays: 400 });
    const email = address();
    await ours(before, [some(null, email)]);
    const insert = `insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, waits_since, submission, consented_at)
      select gen_random_uuid(), ?, uuid, email, organisation_slug, country_code, sector, 'ON_SITE', ?, now(), gen_random_uuid(), now() from participant where email = ?`;
    for (const state of ['CONFIRMED', 'WAITING', 'AWAITING_VALIDATION']) await expect(sql(insert, [session, state, email])).rejects.toMatchObject({ code: 'PL003' });
    await sql('alter table registration disable trigger registration_has_profession');
    try {
      await expect(sql(insert, [session, 'CONFIRMED', email])).rejects.toMatchObject({ code: 'PL003' });
    } finally {
      await sql('alter table registration enable trigger registration_has_profession');
    }
    expect(await rowsOf(server(), session)).toEqual([]);
  });
});

describe('places by profession', () => {
  test('are as many as the quota says, for the profession that it names, and for each where it names none', async () => {
    const named = await counted(9, law, 2);
    expect(outcomesOf(await ours(named, [some(law), some(health), some(law), some(law), some(health)]))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING', 'CONFIRMED']);
    expect(await takenBy(named)).toEqual([{ value: law, taken: 2 }]);
    const each = await counted(9, '', 1);
    expect(outcomesOf(await ours(each, [some(law), some(health), some(law), some(health)]))).toEqual(['CONFIRMED', 'CONFIRMED', 'WAITING', 'WAITING']);
    expect(await takenBy(each)).toEqual([{ value: law, taken: 1 }, { value: health, taken: 1 }].toSorted((a, b) => a.value.localeCompare(b.value)));
  });

  test('that become free are offered to the first of that profession', async () => {
    const session = await counted(2, '', 1);
    const [first, other, second, third] = [address(), address(), address(), address()];
    await ours(session, [some(law, first), some(health, other), some(health, second), some(law, third)]);
    await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, first));
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'CONFIRMED', 'WAITING', 'OFFERED']);
  });
});

describe('who waits without a profession, since before it counted', () => {
  async function waiting(): Promise<{ session: string; email: string }> {
    const session = await addSession(server(), { places: 1, inDays: 30 + (n += 1) });
    const [first, email] = [address(), address()];
    await ours(session, [some(law, first), some(null, email)]);
    await addQuota(session, '', 1);
    await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, first));
    return { session, email };
  }
  const why = async (session: string): Promise<unknown> => ((await ask(server(), 'query ($session: ID!) { registrations(filter: { session: $session, states: [WAITING] }) { nodes { position passedOver } } }', { session: `TrainingSession_${session}` }, headers.adviser)).data!.registrations as { nodes: unknown }).nodes;

  test('is told apart and passed over, keeps their turn, and is offered the place as soon as it is said', async () => {
    const { session, email } = await waiting();
    expect(await why(session)).toEqual([{ position: 1, passedOver: 'NO_PROFESSION' }]);
    await serve();
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'WAITING']);
    expect(outcomesOf(await ours(session, [some(law, email)]))).toEqual(['ALREADY_REGISTERED']);
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'OFFERED']);
    expect(await takenBy(session)).toEqual([{ value: law, taken: 1 }]);
  });

  test('has it said by nobody of another organisation, and what is said stays', async () => {
    const { session, email } = await waiting();
    const id = await idOf(server(), session, email);
    const say = async (by: string, profession: string): Promise<unknown> => {
      await server().database.orm.em.fork().transactional(async (em) => {
        await em.execute(`select set_config('passerelle.person', (select id::text from person where email = ?), true)`, [by]);
        await em.execute('select say_profession(?, ?)', [id, profession]);
      });
      return (await sql<{ profession: string | null }>('select profession_code as profession from registration where uuid = ?', [id]))[0]!.profession;
    };
    expect(await say('ngo-coordinator.al@passerelle.example', law)).toBeNull();
    expect(await say('ngo-coordinator.rs@passerelle.example', law)).toBe(law);
    expect(await say('ngo-coordinator.rs@passerelle.example', health)).toBe(law);
  });

  test('gets no place from the embassy either: they wait, and are told apart', async () => {
    const session = await addSession(server(), { places: 2, needsValidation: true });
    const email = address();
    await ours(session, [some(null, email)]);
    await addQuota(session, law, 1);
    expect(await act(server(), headers.scac, 'validateRegistration', await idOf(server(), session, email))).toBe('DONE WAITING');
    expect(await why(session)).toEqual([{ position: 1, passedOver: 'NO_PROFESSION' }]);
  });
});

describe('many who come at once', () => {
  const MOST = 3;
  const comers = (session: string) => Promise.all(Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? ours : theirs)(session, [some(i % 3 === 0 ? health : law)])));
  const lawyers = async (session: string): Promise<number> => (await sql<{ held: number }>(`select count(*)::int as held from registration where session_uuid = ? and profession_code = ? and state = 'CONFIRMED'`, [session, law]))[0]!.held;

  /** Does something while a function of the database is another. */
  async function changed(signature: string, change: (definition: string) => string, work: () => Promise<void>): Promise<void> {
    const [{ definition }] = (await sql<{ definition: string }>('select pg_get_functiondef(?::regprocedure) as definition', [signature])) as [{ definition: string }];
    expect(change(definition)).not.toBe(definition);
    await sql(change(definition));
    try {
      await work();
    } finally {
      await sql(definition);
    }
  }
  const blind = (definition: string): string => definition.replace(/q\.kind\b(?=\s+FROM)/i, 'null::text');

  test('get as many places as the quota of their profession has, from two organisations', { timeout: 60_000 }, async () => {
    const session = await counted(20, law, MOST);
    await comers(session);
    expect([await lawyers(session), await takenBy(session)]).toEqual([MOST, [{ value: law, taken: MOST }]]);
    expect((await statesOf(session)).filter((state) => state === 'CONFIRMED')).toHaveLength(MOST + 8);
  });

  test('are stopped by the counter where nothing has looked before', { timeout: 60_000 }, async () => {
    const session = await counted(20, law, MOST);
    await changed('obstacle_of(registration)', blind, async () => void (await comers(session)));
    expect([await lawyers(session), await takenBy(session)]).toEqual([MOST, [{ value: law, taken: MOST }]]);
  });

  test('pass the quota where neither looks: the control', { timeout: 60_000 }, async () => {
    const session = await counted(20, law, MOST);
    await sql('alter table quota_count disable trigger quota_count_not_oversold');
    try {
      await changed('obstacle_of(registration)', blind, () => changed('take_seat(registration, integer)', (definition) => definition.replace('has_seat or taken < quota.places', 'true'), async () => void (await comers(session))));
    } finally {
      await sql('alter table quota_count enable trigger quota_count_not_oversold');
    }
    expect(await lawyers(session)).toBeGreaterThan(MOST);
  });
});
