/** The waiting list: offers, in their turn, with quotas, by the API and by the job. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { registrationJobs } from './registrations.jobs.ts';
import { act, addSession, answerByLink, idOf, mailsTo, outcomesOf, owner, register, rowsOf, takenOf, toldOf } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let albanian: Record<string, string>;
let ngo: string;
let elsewhere: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `waiting${(n += 1)}@ngo.example`;
const addresses = (count: number): string[] => Array.from({ length: count }, address);
const ours = (session: string, emails: readonly string[]) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: emails.map((email) => ({ email })) });
const theirs = (session: string, emails: readonly string[]) => register(server(), albanian, { session, organisation: elsewhere, people: emails.map((email) => ({ email })) });
const withdraw = async (session: string, email: string, by = headers.ngoCoordinator) => act(server(), by, 'withdrawRegistration', await idOf(server(), session, email));
const statesOf = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ state, ending }) => ending ?? state);
const secretTo = async (email: string): Promise<string> => /#([\w-]{32})\n/.exec((await mailsTo(server(), email)).findLast(({ template }) => template === 'registrationOffer')!.text)![1]!;
const serve = (): Promise<void> => registrationJobs('https://passerelle.example')[0]!.handler({} as never, { em: server().database.orm.em.fork(), signal: new AbortController().signal } as never);
const version = async (session: string): Promise<number> => (await sql<{ version: number }>('select version from training_session where uuid = ?', [session]))[0]!.version;

interface Quota { readonly kind: string; readonly key: string; readonly places: number }
async function changePlaces(session: string, places: number, quotas: readonly Quota[] = [], by: Record<string, string> = headers.adviser, read?: number): Promise<unknown> {
  const input = { session: `TrainingSession_${session}`, version: read ?? (await version(session)), places, quotas };
  const answer = await ask(server(), 'mutation ($input: ChangePlacesInput!) { changePlaces(input: $input) { outcome } }', { input }, by);
  return answer.code ?? (answer.data!.changePlaces as { outcome: string }).outcome;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  albanian = await signIn(server(), links, 'ngo-coordinator.al@passerelle.example');
  [ngo, elsewhere] = [await ngoOf(server(), 'RS'), await ngoOf(server(), 'AL')];
});

beforeEach(() => sql('delete from mail'));

describe('a place that becomes free', () => {
  test('is offered to the first who waits, kept for them, and theirs once they accept by the link of the mail', async () => {
    const session = await addSession(server(), { places: 1 });
    const [first, second, third] = addresses(3) as [string, string, string];
    await ours(session, [first, second]);
    await theirs(session, [third]);
    expect(await withdraw(session, first)).toBe('DONE WITHDRAWN');
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'OFFERED', 'WAITING']);
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
    const secret = await secretTo(second);
    expect(JSON.stringify(await sql('select * from registration where session_uuid = ?', [session]))).not.toContain(secret);
    expect((await mailsTo(server(), PEOPLE.ngoCoordinator)).map(({ template }) => template)).toEqual(['registrationsSent', 'registrationOffer']);
    expect(await answerByLink(server(), 'acceptOfferByLink', secret)).toBe('DONE CONFIRMED');
    expect(await answerByLink(server(), 'acceptOfferByLink', secret)).toBe('DONE CONFIRMED');
    expect(await answerByLink(server(), 'declineOfferByLink', secret)).toBe('TOO_LATE CONFIRMED');
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });

  test('goes on to the next when it is declined, by who registered them or by the link', async () => {
    const session = await addSession(server(), { places: 1 });
    const [first, second, third, fourth] = addresses(4) as [string, string, string, string];
    await ours(session, [first, second, third, fourth]);
    await withdraw(session, first);
    expect(await act(server(), albanian, 'declineOffer', await idOf(server(), session, second))).toBe('GONE');
    expect(await act(server(), headers.scac, 'acceptOffer', await idOf(server(), session, second))).toBe('NOT_ALLOWED');
    expect(await act(server(), headers.ngoMember, 'declineOffer', await idOf(server(), session, second))).toBe('DONE WITHDRAWN');
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'DECLINED', 'OFFERED', 'WAITING']);
    expect(await answerByLink(server(), 'declineOfferByLink', await secretTo(third))).toBe('DONE WITHDRAWN');
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'DECLINED', 'DECLINED', 'OFFERED']);
  });

  test('goes on to the next when its time is over: once, however often the job comes', async () => {
    const session = await addSession(server(), { places: 1 });
    const [first, second, third] = addresses(3) as [string, string, string];
    await ours(session, [first, second, third]);
    await withdraw(session, first);
    await serve();
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'OFFERED', 'WAITING']);
    const secret = await secretTo(second);
    await sql(`update registration set offered_until = now() - interval '1 second' where session_uuid = ? and state = 'OFFERED'`, [session]);
    expect(await answerByLink(server(), 'acceptOfferByLink', secret)).toBe('TOO_LATE OFFERED');
    await Promise.all([serve(), serve(), serve()]);
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'LAPSED', 'OFFERED']);
    expect((await mailsTo(server(), second)).map(({ subject }) => subject.split(' – ')[0])).toEqual(['Sur liste d’attente', 'Une place s’est libérée', 'L’offre de place a expiré']);
    expect(await mailsTo(server(), third)).toHaveLength(2);
  });

  test('is nobody’s to guess', async () => {
    for (const secret of ['', 'x', 'a'.repeat(32), '\0', '" or true --']) expect(['GONE', 'BAD_USER_INPUT']).toContain(await answerByLink(server(), 'acceptOfferByLink', secret));
  });

  test('is not offered in a session that has begun', async () => {
    const session = await addSession(server(), { places: 1 });
    const [first, second] = addresses(2) as [string, string];
    await ours(session, [first, second]);
    await sql(`update training_session set starts_at = now() - interval '1 minute' where uuid = ?`, [session]);
    expect(await withdraw(session, first)).toBe('TOO_LATE CONFIRMED');
    await sql(`delete from participant where email = ?`, [first]);
    await serve();
    expect(await statesOf(session)).toEqual(['WAITING']);
  });

  test('whoever is erased frees it, and the job offers it', async () => {
    const session = await addSession(server(), { places: 1 });
    const [first, second] = addresses(2) as [string, string];
    await ours(session, [first, second]);
    await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'N', ?, now(), now())`, [first]);
    await sql('delete from person where email = ?', [first]);
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    await serve();
    expect(await statesOf(session)).toEqual(['OFFERED']);
  });
});

describe('quotas', () => {
  test('keep places for others: who is over theirs waits though a place is left, is told why, and is passed over', async () => {
    const session = await addSession(server(), { places: 3 });
    expect(await changePlaces(session, 3, [{ kind: 'COUNTRY', key: '', places: 1 }])).toBe('DONE');
    const [a, b, c] = addresses(3) as [string, string, string];
    expect(toldOf(await ours(session, [a, b]))).toMatchObject({ people: [{ outcome: 'CONFIRMED' }, { outcome: 'WAITING', position: 1, passedOver: 'COUNTRY' }] });
    // A newcomer whom no quota holds back overtakes nobody who could have had the place.
    expect(outcomesOf(await theirs(session, [c]))).toEqual(['CONFIRMED']);
    const { data } = await ask(server(), 'query ($session: ID!) { registrations(filter: { session: $session, states: [WAITING] }) { nodes { position passedOver } } trainingSession(id: $session) { quotas { kind key places counts { value taken } } } }', { session: `TrainingSession_${session}` }, headers.adviser);
    expect(data).toEqual({
      registrations: { nodes: [{ position: 1, passedOver: 'COUNTRY' }] },
      trainingSession: { quotas: [{ kind: 'COUNTRY', key: '', places: 1, counts: [{ value: 'AL', taken: 1 }, { value: 'RS', taken: 1 }] }] },
    });
    expect(await withdraw(session, a)).toBe('DONE WITHDRAWN');
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'OFFERED', 'CONFIRMED']);
  });

  test('of sectors and ways of taking part hold together, all or nothing', async () => {
    const session = await addSession(server(), { places: 10, format: 'HYBRID' });
    await changePlaces(session, 10, [{ kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 2 }, { kind: 'MODE', key: 'ON_SITE', places: 1 }]);
    const people = [['ON_SITE', 'CONFIRMED'], ['ON_SITE', 'WAITING'], ['ONLINE', 'CONFIRMED'], ['ONLINE', 'WAITING']] as const;
    for (const [mode, outcome] of people) expect(outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: address(), mode }] }))).toEqual([outcome]);
    expect(await sql('select q.kind, c.value, c.taken from quota_count c join session_quota q on q.uuid = c.quota_uuid where q.session_uuid = ? order by 1, 2', [session])).toEqual([
      { kind: 'MODE', value: 'ON_SITE', taken: 1 }, { kind: 'SECTOR', value: 'CIVIL_SOCIETY', taken: 2 }]);
  });

  test('that come later start with those who have a place, and nobody loses theirs', async () => {
    const session = await addSession(server(), { places: 3 });
    await ours(session, addresses(3));
    expect(await changePlaces(session, 3, [{ kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 1 }])).toBe('DONE');
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(await sql('select taken from quota_count c join session_quota q on q.uuid = c.quota_uuid where session_uuid = ?', [session])).toEqual([{ taken: 3 }]);
  });

  test.each<[string, Quota[]]>([['a country that is none', [{ kind: 'COUNTRY', key: 'ZZ', places: 1 }]], ['the same twice', [{ kind: 'MODE', key: '', places: 1 }, { kind: 'MODE', key: '', places: 2 }]], ['fewer than none', [{ kind: 'MODE', key: '', places: -1 }]]])('are refused for %s', async (_what, quotas) => {
    expect(await changePlaces(await addSession(server(), { places: 1 }), 1, quotas)).toBe('BAD_USER_INPUT');
  });
});

describe('the number of places', () => {
  test('raised offers exactly as many as are new, lowered takes from nobody', async () => {
    const session = await addSession(server(), { places: 2 });
    await ours(session, addresses(6));
    expect(await changePlaces(session, 4)).toBe('DONE');
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'CONFIRMED', 'OFFERED', 'OFFERED', 'WAITING', 'WAITING']);
    expect(await changePlaces(session, 1)).toBe('DONE');
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'CONFIRMED', 'OFFERED', 'OFFERED', 'WAITING', 'WAITING']);
    expect(await takenOf(server(), session)).toEqual({ counter: 4, rows: 4 });
  });

  /** Changes the places of a session with one place and eight people in turn: how many are offered one after each. */
  async function offeredAfter(numbers: readonly number[]): Promise<number[]> {
    const session = await addSession(server(), { places: 1 });
    await ours(session, addresses(8));
    const found: number[] = [];
    for (const places of numbers) {
      expect(await changePlaces(session, places)).toBe('DONE');
      found.push((await statesOf(session)).filter((state) => state === 'OFFERED').length);
    }
    return found;
  }

  test('raised, lowered and raised again offers what is between those that are taken and those that there are, at once, in one turn, and to nobody twice', async () => {
    // One has a place: of three two are offered, of two none is taken back, of five two more, and of twelve the last three get theirs.
    expect(await offeredAfter([3, 2, 5, 12])).toEqual([2, 2, 4, 7]);
    const definition = (await sql<{ text: string }>(`select pg_get_functiondef('offer_places(uuid, interval)'::regprocedure) as text`))[0]!.text;
    // The control: with a function that leaves one free.
    await sql(definition.replace('places_taken < places', 'places_taken < places - 1'));
    expect(await offeredAfter([3, 2, 5, 12])).toEqual([1, 1, 3, 7]);
    await sql(definition);
  });

  test('raised by a hand that offers nothing is made good by the job', async () => {
    const session = await addSession(server(), { places: 1 });
    await ours(session, addresses(4));
    await sql('update training_session set places = 3 where uuid = ?', [session]);
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'WAITING', 'WAITING', 'WAITING']);
    await serve();
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'OFFERED', 'OFFERED', 'WAITING']);
  });

  test('is changed by who prepares the session, of what they have read', async () => {
    const session = await addSession(server(), { places: 2, country: 'RS' });
    const outcomes = [await changePlaces(session, 3, [], headers.scacElsewhere), await changePlaces(session, 3, [], headers.ngoCoordinator), await changePlaces(session, 3, [], headers.scac), await changePlaces(session, 4, [], headers.adviser, 1)];
    expect(outcomes).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'DONE', 'CONFLICT']);
    expect(await sql('select places from training_session where uuid = ?', [session])).toEqual([{ places: 3 }]);
  });
});

test('who is validated late takes a place or the end of the list', async () => {
  const session = await addSession(server(), { places: 1, needsValidation: true });
  const [first, second] = addresses(2) as [string, string];
  await ours(session, [first, second]);
  expect(await act(server(), headers.scac, 'validateRegistration', await idOf(server(), session, second))).toBe('DONE CONFIRMED');
  expect(await act(server(), headers.scac, 'validateRegistration', await idOf(server(), session, first))).toBe('DONE WAITING');
});

test('accepted and lapsed at once, one of the two holds', async () => {
  for (let time = 0; time < 5; time += 1) {
    const session = await addSession(server(), { places: 1 });
    const [first, second, third] = addresses(3) as [string, string, string];
    await ours(session, [first, second, third]);
    await withdraw(session, first);
    const secret = await secretTo(second);
    await sql(`update registration set offered_until = now() + interval '30 milliseconds' where session_uuid = ? and state = 'OFFERED'`, [session]);
    const [outcome] = await Promise.all([answerByLink(server(), 'acceptOfferByLink', secret), serve(), serve()]);
    await serve();
    const states = await statesOf(session);
    expect(outcome === 'DONE CONFIRMED' ? ['CONFIRMED,WAITING'] : ['LAPSED,OFFERED', 'OFFERED,WAITING']).toContain(states.slice(1).join());
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  }
});

test('a session that is moved keeps its places, be they at the time of others', async () => {
  const [one, other] = [await addSession(server(), { places: 1 }), await addSession(server(), { places: 1, inDays: 50 })];
  const email = address();
  await ours(one, [email]);
  await ours(other, [email]);
  await sql(`update training_session s set starts_at = o.starts_at, ends_at = o.ends_at from training_session o where s.uuid = ? and o.uuid = ?`, [other, one]);
  expect([await statesOf(one), await statesOf(other)]).toEqual([['CONFIRMED'], ['CONFIRMED']]);
  expect(await sql('select period is null as apart from registration where session_uuid = ?', [other])).toEqual([{ apart: true }]);
});

test('somebody’s submission does not tell of another’s', async () => {
  const session = await addSession(server(), { places: 5 });
  const [email, submission] = [address(), randomUUID()];
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email }], submission });
  expect(outcomesOf(await register(server(), albanian, { session, organisation: elsewhere, people: [{ email }], submission }))).toEqual(['CONFIRMED']);
  expect(await rowsOf(server(), session)).toHaveLength(2);
});
