/** Whatever fails in the middle of something that is done: it is done, or it is not, and never in between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { failEverywhere } from '../../test/failing.ts';
import { type Actors, openActors } from './actors.fixture.ts';
import { fullSession, registrationActs } from './faults.fixture.ts';
import { owner } from './world.fixture.ts';

const database = testDatabase('full');
let actors: Actors;
const world = { get database() { return database(); }, get actors() { return actors; } };

beforeAll(async () => {
  actors = await openActors(database());
});
afterAll(() => actors?.close());

/** All that something about registrations could change, as one text. */
async function picture(): Promise<string> {
  const tables = ['registration', 'participant', 'participant_apart', 'quota_count', 'session_quota', 'mail', 'audit_entry', 'graphile_worker._private_jobs'];
  const parts = [...tables.map((table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t)`), `(select md5(string_agg(uuid::text || places || ' ' || places_taken || ' ' || version, '|' order by uuid)) from training_session)`];
  const [row] = await owner<{ picture: string }>(world, `select concat_ws(' ', ${parts.join(', ')}) as picture`);
  return row!.picture;
}

const ACTS = registrationActs(world);

describe.each(Object.entries(ACTS))('%s', (_name, { prepare, act }) => {
  test('that fails at any statement, before or after it, leaves everything as it was; and is done once nothing fails', { timeout: 60_000 }, async () => {
    const place = await prepare();
    const failures = await failEverywhere((hook) => act(place, hook), picture);
    // A statement fails in two ways.
    expect(failures).toBeGreaterThanOrEqual(6);
  });
});

test('without the transaction something would be left in between: the control', async () => {
  const { session, held } = await fullSession(world);
  const before = await picture();
  const em = database().orm.em.fork();
  await em.execute(`update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where uuid = ?`, [held]);
  // Stopped here, the one who waits would wait beside a free place.
  expect(await picture()).not.toBe(before);
  expect(await owner(world, `select places_taken < places as free from training_session where uuid = ?`, [session])).toEqual([{ free: true }]);
});
