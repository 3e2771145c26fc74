/** A session that is held in a place and online has places for each: said in its form, seen by everybody, and neither is given twice. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { create, keyOf, step, update } from '../trainings/world.fixture.ts';
import { outcomesOf, owner, register } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BOTH = { format: 'HYBRID', country: 'RS', town: 'Ниш', needsValidation: false, places: 1 };
let headers: Headers;
let organisation: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = (await owner<{ slug: string }>(server(), `select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.ngoCoordinator]))[0]!.slug;
});

/** What a visitor sees of the places. */
async function seen(id: string): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { places placesLeft modePlaces { mode places placesLeft } } }', { id });
  return data!.trainingSession;
}

const both = (onSite: readonly [number, number], online: readonly [number, number]): object[] =>
  [['ON_SITE', ...onSite] as const, ['ONLINE', ...online] as const].map(([mode, places, placesLeft]) => ({ mode, places, placesLeft }));

test('two numbers are said beside that of the session; who finds one full waits, and is offered a place that is added to it', { timeout: 60_000 }, async () => {
  const { session } = await create(server(), headers.adviser, { ...BOTH, places: 3, placesOnSite: 1, placesOnline: 2 });
  await step(server(), headers.adviser, 'openSession', session!.id);
  const come = (...people: readonly (readonly [string, string])[]): Promise<unknown> =>
    register(server(), headers.ngoCoordinator, { session: keyOf(session!.id), organisation, people: people.map(([name, mode]) => ({ email: `${name}@ngo.example`, mode })) }).then(outcomesOf);
  expect(await seen(session!.id)).toEqual({ places: 3, placesLeft: 3, modePlaces: both([1, 1], [2, 2]) });
  expect(await Promise.all([come(['a', 'ON_SITE']), come(['b', 'ON_SITE'])]).then((all) => all.flat().sort())).toEqual(['CONFIRMED', 'WAITING']);
  expect(await come(['c', 'ONLINE'])).toEqual(['CONFIRMED']);
  expect(await seen(session!.id)).toEqual({ places: 3, placesLeft: 1, modePlaces: both([1, 0], [2, 1]) });
  expect((await update(server(), headers.adviser, session!.id, 2, { ...BOTH, places: 4, placesOnSite: 2, placesOnline: 2 })).outcome).toBe('DONE');
  expect(await owner(server(), `select state from registration where session_uuid = ? and state = 'OFFERED'`, [keyOf(session!.id)])).toHaveLength(1);
  expect(await seen(session!.id)).toEqual({ places: 4, placesLeft: 1, modePlaces: both([2, 0], [2, 1]) });
});

test('what is not sent stays; where it is held in one way alone there is one number again', async () => {
  const { session } = await create(server(), headers.adviser, { ...BOTH, places: 12, placesOnSite: 5, placesOnline: 7 });
  await step(server(), headers.adviser, 'openSession', session!.id);
  await update(server(), headers.adviser, session!.id, 2, { ...BOTH, places: 12, title: 'Autre titre' });
  expect(await seen(session!.id)).toEqual({ places: 12, placesLeft: 12, modePlaces: both([5, 5], [7, 7]) });
  await update(server(), headers.adviser, session!.id, 3, { ...BOTH, format: 'ON_SITE', places: 12 });
  expect(await owner(server(), 'select from session_quota where session_uuid = ?', [keyOf(session!.id)])).toEqual([]);
});

const stored = (id: string): Promise<unknown[]> => owner(server(), `select s.places, q.key, q.places as most from training_session s left join session_quota q on q.session_uuid = s.uuid where s.uuid = ? order by q.key collate "C" desc`, [keyOf(id)]);

test('a total is what is said of it, whatever is said beside it: one number that is changed gives no place more in all', async () => {
  const { session } = await create(server(), headers.adviser, { ...BOTH, places: 9, placesOnSite: 5, placesOnline: 7 });
  expect((await update(server(), headers.adviser, session!.id, 1, { ...BOTH, places: 9, placesOnSite: 6, placesOnline: 7 })).outcome).toBe('DONE');
  expect(await stored(session!.id)).toEqual([{ places: 9, key: 'ON_SITE', most: 6 }, { places: 9, key: 'ONLINE', most: 7 }]);
});

test('either is said by itself, is nobody, or is taken away, as where places are decided', async () => {
  const { session } = await create(server(), headers.adviser, { ...BOTH, places: 9, placesOnSite: 5 });
  expect(await stored(session!.id)).toEqual([{ places: 9, key: 'ON_SITE', most: 5 }]);
  await update(server(), headers.adviser, session!.id, 1, { ...BOTH, places: 9, placesOnline: 0 });
  expect(await stored(session!.id)).toEqual([{ places: 9, key: 'ON_SITE', most: 5 }, { places: 9, key: 'ONLINE', most: 0 }]);
  await update(server(), headers.adviser, session!.id, 2, { ...BOTH, places: 9, placesOnSite: null, placesOnline: 0, title: 'Autre titre' });
  expect(await stored(session!.id)).toEqual([{ places: 9, key: 'ONLINE', most: 0 }]);
  await update(server(), headers.adviser, session!.id, 3, { ...BOTH, places: 9, placesOnline: null });
  expect(await stored(session!.id)).toEqual([{ places: 9, key: null, most: null }]);
});

test('a quota of one way that a session held in that way has is none of its numbers, and stays', async () => {
  const { session } = await create(server(), headers.adviser, { ...BOTH, format: 'ON_SITE', places: 20 });
  await owner(server(), `insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'MODE', 'ON_SITE', 10)`, [keyOf(session!.id)]);
  expect((await update(server(), headers.adviser, session!.id, 1, { ...BOTH, format: 'ON_SITE', places: 20, title: 'Autre titre' })).outcome).toBe('DONE');
  expect(await owner(server(), 'select places from session_quota where session_uuid = ?', [keyOf(session!.id)])).toEqual([{ places: 10 }]);
});

test('each is from nobody to the most places, and said only of such a session', async () => {
  const faults = async (more: object): Promise<unknown> => (await create(server(), headers.adviser, { ...BOTH, ...more })).faults.map(({ field, fault }) => `${field} ${fault}`);
  expect(await faults({ places: 0, placesOnSite: -1, placesOnline: 10_001 })).toEqual(['PLACES OUT_OF_RANGE', 'PLACES_ON_SITE OUT_OF_RANGE', 'PLACES_ONLINE OUT_OF_RANGE']);
  expect(await faults({ places: 10_000, placesOnSite: 6_000, placesOnline: 6_000 })).toEqual([]);
  expect(await faults({ format: 'ON_SITE', placesOnSite: 3, placesOnline: 3 })).toEqual(['PLACES_ON_SITE NOT_HERE', 'PLACES_ONLINE NOT_HERE']);
});
