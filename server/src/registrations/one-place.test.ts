/** A place is a person's: under one address nobody has two in a session, whoever registers them, and no organisation learns that another one did. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { signIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { doublesWorld } from './doubles.fixture.ts';
import { act, addSession, answerByLink, idOf, mailsTo, register, rowsOf, type PersonWanted } from './world.fixture.ts';

const world = doublesWorld();
const { server, sql } = world;
const OTHER = 'ngo-coordinator.al@passerelle.example';
let albanian: Record<string, string>;
let elsewhere: string;
let n = 0;

const address = (): string => `one-place${(n += 1)}@ngo.example`;
const ours = (session: string, email: string, more: Partial<PersonWanted> = {}) => register(server(), world.headers().ngoCoordinator, { session, organisation: world.ngo(), people: [{ email, ...more }] });
const theirs = (session: string, email: string, more: Partial<PersonWanted> = {}) => register(server(), albanian, { session, organisation: elsewhere, people: [{ email, ...more }] });
const authority = (session: string, email: string) => register(server(), world.headers().authority, { session, organisation: null, country: 'RS', people: [{ email }] });
const statesOf = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ state }) => state);
/** How many people have a place, as the counter says, and how many registrations more. */
const countsOf = (session: string): Promise<unknown> => sql<{ taken: number; shared: number }>('select places_taken as taken, places_shared as shared from training_session where uuid = ?', [session]).then(([row]) => [row!.taken, row!.shared]);
/** The registration that an organisation, or an authority, has made for an address. */
const madeBy = async (session: string, organisation: string | null, email: string): Promise<string> =>
  (await sql<{ id: string }>(`select uuid as id from registration where session_uuid = ? and organisation_slug is not distinct from ? and email = ? order by state = 'WITHDRAWN' limit 1`, [session, organisation, email]))[0]!.id;
const withdraw = async (session: string, email: string) => act(server(), world.headers().ngoCoordinator, 'withdrawRegistration', await madeBy(session, world.ngo(), email));
const secretTo = async (email: string, page: string): Promise<string> => new RegExp(`/${page}#([\\w.-]+)\\n`).exec((await mailsTo(server(), email)).findLast(({ text }) => text.includes(`/${page}#`))!.text)![1]!;

beforeAll(async () => {
  albanian = await signIn(server(), world.links, OTHER);
  elsewhere = await ngoOf(server(), 'AL');
});

describe('what an organisation sees of somebody whom another one registered before', () => {
  const SEES = `query ($session: ID!) {
    trainingSession(id: $session) { places placesLeft modePlaces { mode places placesLeft } quotas { taken: places } placeCounts { kind value taken waiting } can { register } }
    registrations(filter: { session: $session }) { totalCount nodes { id state ending mode registeredAt waitsSince position passedOver hasTwin offeredUntil decidedAt refusedReason endedAt can { validate withdraw answerOffer } participant { id name email sector profession { code } } } }
    likelyDoubles { totalCount }
  }`;
  /** The same without moments and secrets, and with keys as they come. */
  function plain(text: string): string {
    const known = new Map<string, number>();
    return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT').replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, (key) => `KEY${known.get(key) ?? known.set(key, known.size).size}`).replaceAll(/#[\w.-]{30,}/g, '#SECRET').replaceAll(/\b\d\d?:\d\d\b/g, 'TIME');
  }

  interface Options {
    readonly places: number;
    readonly needsValidation?: boolean;
    readonly format?: string;
    readonly quotas?: readonly (readonly [kind: string, key: string, places: number])[];
    readonly mode?: string;
  }

  /** All that the other organisation is told and sees, from registering somebody to their withdrawal, where ours has registered the same person, or somebody else. */
  async function seen(isSame: boolean, { places, needsValidation = false, format = 'ON_SITE', quotas = [], mode }: Options): Promise<string> {
    await sql('delete from mail');
    const session = await addSession(server(), { places, needsValidation, format });
    await sql(`update training_session set starts_at = date_trunc('day', now()) + interval '300 days', ends_at = date_trunc('day', now()) + interval '301 days' where uuid = ?`, [session]);
    for (const [kind, key, most] of quotas) await sql('insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, ?, ?, ?)', [session, kind, key, most]);
    const [person, more, told] = ['seen@ngo.example', mode ? { mode } : {}, [] as string[]];
    const look = async (): Promise<void> => void told.push((await ask(server(), SEES, { session: `TrainingSession_${session}` }, albanian)).text);
    const first = isSame ? person : 'somebody-else@ngo.example';
    await ours(session, first, more);
    if (needsValidation) await act(server(), world.headers().scac, 'validateRegistration', await madeBy(session, world.ngo(), first));
    await look();
    told.push((await theirs(session, person, more)).text);
    await look();
    const id = await madeBy(session, elsewhere, person);
    if (needsValidation) await act(server(), world.headers().scacElsewhere, 'validateRegistration', id);
    await look();
    told.push((await theirs(session, person, more)).text);
    await withdraw(session, first);
    await look();
    told.push(await act(server(), albanian, 'acceptOffer', id));
    await look();
    told.push(await act(server(), albanian, 'withdrawRegistration', id));
    await look();
    for (const { subject, text } of await mailsTo(server(), OTHER)) told.push(`${subject}\n${text}`);
    return plain(told.join('\n'));
  }

  const CASES: Readonly<Record<string, Options>> = {
    'with places left': { places: 5 },
    'with none left': { places: 1 },
    'with the embassy’s word': { places: 5, needsValidation: true },
    'with the embassy’s word and no place left': { places: 1, needsValidation: true },
    'with places by country': { places: 5, quotas: [['COUNTRY', '', 1]] },
    'with no place left for such bodies': { places: 5, quotas: [['SECTOR', 'CIVIL_SOCIETY', 1]] },
    'with places on site and online': { places: 5, format: 'HYBRID', mode: 'ONLINE', quotas: [['MODE', 'ON_SITE', 2], ['MODE', 'ONLINE', 3]] },
  };

  test.each(Object.keys(CASES))('is, byte for byte, what it sees where it registered somebody else: %s', { timeout: 60_000 }, async (name) => {
    const [same, other] = [await seen(true, CASES[name]!), await seen(false, CASES[name]!)];
    expect(same).toBe(other);
    expect(same).toContain('CONFIRMED');
  });

  test('would be another thing where who has a place elsewhere has to wait: the control', { timeout: 60_000 }, async () => {
    const [{ definition }] = (await sql<{ definition: string }>(`select pg_get_functiondef('obstacle_of(registration)'::regprocedure) as definition`)) as [{ definition: string }];
    await sql(definition.replace(/COALESCE\(/i, `COALESCE((SELECT 'FULL'::text FROM registration x WHERE x.session_uuid = (r).session_uuid AND x.email = (r).email AND x.uuid <> (r).uuid AND x.seat IS NOT NULL LIMIT 1), `));
    try {
      expect(await seen(true, { places: 5 })).not.toBe(await seen(false, { places: 5 }));
    } finally {
      await sql(definition);
    }
  });
});

describe('whoever is registered twice under one address', () => {
  test('has one place, which counts once, and once among each of those that it is counted among', async () => {
    const session = await addSession(server(), { places: 2, inDays: world.nextDay() });
    await sql(`insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'COUNTRY', '', 2), (gen_random_uuid(), ?, 'SECTOR', '', 2)`, [session, session]);
    const [email, next] = [address(), address()];
    await ours(session, email);
    await theirs(session, email);
    expect([await statesOf(session), await countsOf(session)]).toEqual([['CONFIRMED', 'CONFIRMED'], [1, 1]]);
    const quotas = () => sql('select c.value, c.taken, c.shared from quota_count c join session_quota q on q.uuid = c.quota_uuid where q.session_uuid = ? order by 1', [session]);
    expect(await quotas()).toEqual([{ value: 'AL', taken: 1, shared: 0 }, { value: 'CIVIL_SOCIETY', taken: 1, shared: 1 }, { value: 'RS', taken: 1, shared: 0 }]);
    await ours(session, next);
    expect([(await statesOf(session)).at(-1), await countsOf(session)]).toEqual(['CONFIRMED', [2, 1]]);
    await withdraw(session, email);
    expect([await countsOf(session), await quotas()]).toEqual([[2, 0], [{ value: 'AL', taken: 1, shared: 0 }, { value: 'CIVIL_SOCIETY', taken: 2, shared: 0 }, { value: 'RS', taken: 1, shared: 0 }]]);
  });

  test('keeps the place for as long as one of the two stands: it is offered to nobody before', async () => {
    const session = await addSession(server(), { places: 1, inDays: world.nextDay() });
    const [email, next] = [address(), address()];
    await ours(session, email);
    await sql(`update training_session set places = 2 where uuid = ?`, [session]);
    await theirs(session, email);
    await sql(`update training_session set places = 1 where uuid = ?`, [session]);
    await ours(session, next);
    await withdraw(session, email);
    expect([await statesOf(session), await countsOf(session)]).toEqual([['WITHDRAWN', 'CONFIRMED', 'WAITING'], [1, 0]]);
    await act(server(), albanian, 'withdrawRegistration', await madeBy(session, elsewhere, email));
    expect([await statesOf(session), await countsOf(session)]).toEqual([['WITHDRAWN', 'WITHDRAWN', 'OFFERED'], [1, 0]]);
  });

  test('waits a second time where the first one left none, and has the place that the first one gives up', async () => {
    const session = await addSession(server(), { places: 1, inDays: world.nextDay() });
    const email = address();
    await ours(session, email);
    await theirs(session, email);
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'WAITING']);
    await withdraw(session, email);
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'OFFERED']);
    expect(await answerByLink(server(), 'acceptOfferByLink', await secretTo(email, 'offer'))).toBe('DONE CONFIRMED');
    expect(await countsOf(session)).toEqual([1, 0]);
  });

  test('gives up both by the link of either mail: who comes is theirs to say', async () => {
    const session = await addSession(server(), { places: 5, inDays: world.nextDay() });
    const email = address();
    await ours(session, email);
    await theirs(session, email);
    const { data } = await ask(server(), 'mutation ($secret: String!) { leaveByLink(secret: $secret) { outcome state } }', { secret: await secretTo(email, 'leave') });
    expect([data!.leaveByLink, await statesOf(session), await countsOf(session)]).toEqual([{ outcome: 'DONE', state: 'WITHDRAWN' }, ['WITHDRAWN', 'WITHDRAWN'], [0, 0]]);
    // Each of those who registered them is told of theirs.
    for (const recipient of ['ngo-coordinator.rs@passerelle.example', OTHER]) expect((await mailsTo(server(), recipient)).filter(({ template }) => template === 'registration')).toHaveLength(1);
  });

  test('has no place left once both offers have lapsed in one go', async () => {
    const session = await addSession(server(), { places: 1, inDays: world.nextDay() });
    const [held, email] = [address(), address()];
    await ours(session, held);
    await ours(session, email);
    await theirs(session, email);
    await sql('update training_session set places = 3 where uuid = ?', [session]);
    await withdraw(session, held);
    expect([await statesOf(session), await countsOf(session)]).toEqual([['WITHDRAWN', 'OFFERED', 'OFFERED'], [1, 1]]);
    await sql(`update registration set state = 'WITHDRAWN', ending = 'LAPSED', ended_at = now() where session_uuid = ? and state = 'OFFERED'`, [session]);
    expect(await countsOf(session)).toEqual([0, 0]);
  });

  test('is seen by those whose it is to make the two one, and by nobody else', async () => {
    const session = await addSession(server(), { places: 5, needsValidation: true, inDays: world.nextDay() });
    const email = address();
    await ours(session, email);
    await theirs(session, email);
    const twins = async (by: Record<string, string>): Promise<boolean[]> =>
      ((await ask(server(), 'query ($session: ID!) { registrations(filter: { session: $session }) { nodes { hasTwin } } }', { session: `TrainingSession_${session}` }, by)).data!.registrations as { nodes: { hasTwin: boolean }[] }).nodes.map(({ hasTwin }) => hasTwin);
    const { adviser, assistant, scac, scacElsewhere, ngoCoordinator, ngoMember } = world.headers();
    expect([await twins(adviser), await twins(assistant)]).toEqual([[true, true], [true, true]]);
    for (const by of [scac, scacElsewhere, ngoCoordinator, ngoMember, albanian]) expect(await twins(by)).toEqual([false]);
    // Both work in the country of this embassy.
    const near = address();
    await ours(session, near);
    await authority(session, near);
    expect((await twins(scac)).filter(Boolean)).toHaveLength(2);
  });
});

describe('two registrations of one address', () => {
  async function both(places: number): Promise<{ session: string; email: string; one: string; other: string }> {
    const session = await addSession(server(), { places, inDays: world.nextDay() });
    const email = address();
    await ours(session, email);
    await theirs(session, email);
    const participant = async (organisation: string): Promise<string> => (await sql<{ id: string }>('select uuid as id from participant where email = ? and organisation_slug = ?', [email, organisation]))[0]!.id;
    return { session, email, one: await participant(world.ngo()), other: await participant(elsewhere) };
  }

  test('are one when the two become one: no place becomes free, as there was one', async () => {
    const { session, one, other } = await both(2);
    for (const email of [address(), address()]) await ours(session, email);
    expect(await countsOf(session)).toEqual([2, 1]);
    expect(await world.merge(one, other)).toBe('DONE');
    expect([(await statesOf(session)).toSorted(), await countsOf(session)]).toEqual([['CONFIRMED', 'CONFIRMED', 'WAITING', 'WITHDRAWN'], [2, 0]]);
  });

  test('have a place each once it is said that they are two people, where one is left, and share none from then on', async () => {
    const { session, email, one, other } = await both(3);
    expect(await world.separate(one, other)).toBe('DONE');
    expect(await countsOf(session)).toEqual([2, 0]);
    const later = await addSession(server(), { places: 3, inDays: world.nextDay() });
    await ours(later, email);
    await theirs(later, email);
    expect(await countsOf(later)).toEqual([2, 0]);
  });

  test('of whom it is said that they are two stay as they are where no place is left', async () => {
    const { session, one, other } = await both(2);
    await ours(session, address());
    expect(await world.separate(one, other)).toBe('DONE');
    expect([await statesOf(session), await countsOf(session)]).toEqual([['CONFIRMED', 'CONFIRMED', 'CONFIRMED'], [2, 1]]);
  });

  test('come to one place when an address is corrected to the other', async () => {
    const session = await addSession(server(), { places: 3, inDays: world.nextDay() });
    const [before, after] = [address(), address()];
    await ours(session, before);
    await theirs(session, after);
    expect(await countsOf(session)).toEqual([2, 0]);
    await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'N', ?, now(), now())`, [before]);
    await sql('update person set email = ? where email = ?', [after, before]);
    expect([await statesOf(session), await countsOf(session)]).toEqual([['CONFIRMED', 'CONFIRMED'], [1, 1]]);
    await sql('delete from person where email = ?', [after]);
    expect([await statesOf(session), await countsOf(session)]).toEqual([[], [0, 0]]);
  });
});

test('whoever is erased leaves one place, not two', async () => {
  const session = await addSession(server(), { places: 5, inDays: world.nextDay() });
  const email = address();
  await ours(session, email);
  await theirs(session, email);
  await ours(session, address());
  await sql('delete from participant where email = ?', [email]);
  expect([await countsOf(session), await idOf(server(), session, `one-place${n}@ngo.example`)]).toEqual([[1, 0], expect.any(String)]);
});
