/** The balance between those who work for authorities and for civil society is a quota: each keeps its places, and takes none of the other’s. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, addSession, idOf, owner, outcomesOf, register, rowsOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let n = 0;

const addresses = (count: number): string[] => Array.from({ length: count }, () => `balance${(n += 1)}@ngo.example`);
const civil = async (session: string, emails: readonly string[]): Promise<unknown> => outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: emails.map((email) => ({ email })) }));
const authorities = async (session: string, emails: readonly string[]): Promise<unknown> => outcomesOf(await register(server(), headers.authority, { session, organisation: null, country: 'RS', people: emails.map((email) => ({ email })) }));

/** A session of six places in Serbia, of which each has three. */
async function balanced(quotas: readonly object[] = [{ kind: 'SECTOR', key: 'AUTHORITY', places: 3 }, { kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 3 }]): Promise<string> {
  const session = await addSession(server(), { places: 6, country: 'RS', inDays: 40 + (n += 1) });
  const { data } = await ask(server(), 'mutation ($input: ChangePlacesInput!) { changePlaces(input: $input) { outcome } }', { input: { session: `TrainingSession_${session}`, version: 1, places: 6, quotas } }, headers.scac);
  expect(data).toEqual({ changePlaces: { outcome: 'DONE' } });
  return session;
}

/** What who prepares it is told: how many have a place and wait, and how many have one of how many that the quota gives. */
async function seenOf(session: string): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { quotas { key places counts { taken } } placeCounts { kind value taken waiting } } }', { id: `TrainingSession_${session}` }, headers.scac);
  const { quotas, placeCounts } = data!.trainingSession as { quotas: { key: string; places: number; counts: { taken: number }[] }[]; placeCounts: { kind: string; value: string; taken: number; waiting: number }[] };
  return Object.fromEntries(quotas.map(({ key, places, counts }) => {
    const { taken, waiting } = placeCounts.find(({ kind, value }) => kind === 'SECTOR' && value === key) ?? { taken: 0, waiting: 0 };
    return [key, { places, taken, waiting, counted: counts[0]?.taken ?? 0 }];
  }));
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

test('each has its own places, whoever comes first: the other waits though places are left', async () => {
  const session = await balanced();
  expect(await civil(session, addresses(5))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING', 'WAITING']);
  expect(await seenOf(session)).toEqual({ AUTHORITY: { places: 3, taken: 0, waiting: 0, counted: 0 }, CIVIL_SOCIETY: { places: 3, taken: 3, waiting: 2, counted: 3 } });
  expect(await authorities(session, addresses(4))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING']);
  expect(await seenOf(session)).toEqual({ AUTHORITY: { places: 3, taken: 3, waiting: 1, counted: 3 }, CIVIL_SOCIETY: { places: 3, taken: 3, waiting: 2, counted: 3 } });
});

test('a place that becomes free goes to the first of the same side, also where somebody of the other waits before them', async () => {
  const session = await balanced();
  const [ours, theirs] = [addresses(4), addresses(4)];
  await civil(session, ours);
  await authorities(session, theirs);
  expect(await act(server(), headers.authority, 'withdrawRegistration', await idOf(server(), session, theirs[0]!))).toBe('DONE WITHDRAWN');
  const states = async (emails: readonly string[]): Promise<string[]> => (await rowsOf(server(), session)).filter(({ email }) => emails.includes(email)).map(({ state }) => state);
  expect([await states(ours), await states(theirs)]).toEqual([['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING'], ['WITHDRAWN', 'CONFIRMED', 'CONFIRMED', 'OFFERED']]);
  expect(await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, ours[0]!))).toBe('DONE WITHDRAWN');
  expect(await states(ours)).toEqual(['WITHDRAWN', 'CONFIRMED', 'CONFIRMED', 'OFFERED']);
  expect(await seenOf(session)).toEqual({ AUTHORITY: { places: 3, taken: 3, waiting: 0, counted: 3 }, CIVIL_SOCIETY: { places: 3, taken: 3, waiting: 0, counted: 3 } });
});

test('without the quota, who comes first takes all places', async () => {
  const session = await balanced([]);
  expect(await civil(session, addresses(6))).toEqual(Array(6).fill('CONFIRMED'));
  expect(await authorities(session, addresses(1))).toEqual(['WAITING']);
});

test('both sides at once take no more than theirs', async () => {
  const session = await balanced();
  await Promise.all([...addresses(5).map((email) => civil(session, [email])), ...addresses(5).map((email) => authorities(session, [email]))]);
  expect(await seenOf(session)).toEqual({ AUTHORITY: { places: 3, taken: 3, waiting: 2, counted: 3 }, CIVIL_SOCIETY: { places: 3, taken: 3, waiting: 2, counted: 3 } });
  const rows = await owner<{ sector: string; count: number }>(server(), `select sector, count(*)::int as count from registration where session_uuid = ? and state = 'CONFIRMED' group by 1 order by 1`, [session]);
  expect(rows).toEqual([{ sector: 'AUTHORITY', count: 3 }, { sector: 'CIVIL_SOCIETY', count: 3 }]);
});
