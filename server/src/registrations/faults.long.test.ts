/** Whatever fails in the middle of something that is done: it is done, or it is not, and never in between. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { failEverywhere } from '../../test/failing.ts';
import { type Actors, openActors, ORIGIN } from './actors.fixture.ts';
import { mergeParticipants, separateParticipants } from './doubles.service.ts';
import { lapseOffers } from './places.service.ts';
import { changePlaces } from './quotas.service.ts';
import { answerOffer, refuseRegistration, validateRegistration, withdrawRegistration } from './registrations.service.ts';
import { addSession, idOf, owner } from './world.fixture.ts';

const database = testDatabase('full');
let actors: Actors;
let n = 0;
const world = { get database() { return database(); } };

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

interface Place {
  readonly session: string;
  readonly held: string;
  readonly waiting: string;
}

/** A session with one place, which somebody has, and somebody who waits. */
async function fullSession(needsValidation = false): Promise<Place> {
  const session = await addSession(world, { places: 1, needsValidation, inDays: 30 + (n += 1) });
  const [held, waiting] = [`held${n}@ngo.example`, `waiting${n}@ngo.example`];
  await actors.register(session, 'RS', held);
  await actors.register(session, 'AL', waiting);
  return { session, held: await idOf(world, session, held), waiting: await idOf(world, session, waiting) };
}

async function offered(): Promise<Place> {
  const place = await fullSession();
  await actors.as('coordinator', 'RS', (em, doing) => withdrawRegistration(em, doing, place.held));
  return place;
}

/** Two participants (`held`, `waiting`) who have the two places of a session for which a third one waits. */
async function doubles(): Promise<Place> {
  const session = await addSession(world, { places: 2, inDays: 30 + (n += 1) });
  const emails = [`held${n}@ngo.example`, `double${n}@ngo.example`, `waiting${n}@ngo.example`] as const;
  for (const email of emails) await actors.register(session, 'RS', email);
  const rows = await owner<{ id: string; email: string }>(world, 'select uuid as id, email from participant where email in (?, ?)', [emails[0], emails[1]]);
  const whoIs = (email: string): string => rows.find((row) => row.email === email)!.id;
  return { session, held: whoIs(emails[0]), waiting: whoIs(emails[1]) };
}

type Act = (place: Place, hook: (em: EntityManager) => EntityManager) => Promise<unknown>;

const ACTS: Readonly<Record<string, readonly [prepare: () => Promise<Place>, act: Act]>> = {
  'registering somebody who gets a place': [async () => ({ session: await addSession(world, { places: 1, inDays: 30 + (n += 1) }), held: '', waiting: '' }), ({ session }, hook) => actors.register(session, 'RS', `new${n}@ngo.example`, hook)],
  'registering somebody who waits': [fullSession, ({ session }, hook) => actors.register(session, 'RS', `new${n}@ngo.example`, hook)],
  'validating': [() => fullSession(true), ({ held }, hook) => actors.as('officer', 'RS', (em, doing) => validateRegistration(hook(em), doing, held))],
  'refusing': [() => fullSession(true), ({ held }, hook) => actors.as('officer', 'RS', (em, doing) => refuseRegistration(hook(em), doing, held, 'The session is for others.'))],
  'withdrawing, which offers the place': [fullSession, ({ held }, hook) => actors.as('coordinator', 'RS', (em, doing) => withdrawRegistration(hook(em), doing, held))],
  'accepting an offer': [offered, ({ waiting }, hook) => actors.as('coordinator', 'AL', (em, doing) => answerOffer(hook(em), doing, waiting, 'ACCEPT'))],
  'declining an offer': [offered, ({ waiting }, hook) => actors.as('coordinator', 'AL', (em, doing) => answerOffer(hook(em), doing, waiting, 'DECLINE'))],
  'changing places and quotas': [fullSession, ({ session }, hook) => actors.as('adviser', 'RS', (em, doing) => changePlaces(hook(em), doing, { session, version: 1, places: 2, quotas: [{ kind: 'COUNTRY', key: '', places: 1 }] }))],
  'making two participants one, which offers a place': [doubles, ({ held, waiting }, hook) => actors.as('adviser', 'RS', (em, doing) => mergeParticipants(hook(em), doing, { kept: held, gone: waiting, key: randomUUID(), takes: ['NAME', 'EMAIL'] }))],
  'saying that two participants are not one': [doubles, ({ held, waiting }, hook) => actors.as('adviser', 'RS', (em, doing) => separateParticipants(hook(em), doing, held, waiting))],
  'letting an offer lapse': [async () => {
    const place = await offered();
    await owner(world, `update registration set offered_until = now() - interval '1 second' where uuid = ?`, [place.waiting]);
    return place;
  }, ({ session }, hook) => lapseOffers(hook(actors.orm.em.fork()), ORIGIN, session)],
};

describe.each(Object.entries(ACTS))('%s', (_name, [prepare, act]) => {
  test('that fails at any statement, before or after it, leaves everything as it was; and is done once nothing fails', { timeout: 60_000 }, async () => {
    const place = await prepare();
    const failures = await failEverywhere((hook) => act(place, hook), picture);
    // A statement fails in two ways.
    expect(failures).toBeGreaterThanOrEqual(6);
  });
});

test('without the transaction something would be left in between: the control', async () => {
  const { session, held } = await fullSession();
  const before = await picture();
  const em = database().orm.em.fork();
  await em.execute(`update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where uuid = ?`, [held]);
  // Stopped here, the one who waits would wait beside a free place.
  expect(await picture()).not.toBe(before);
  expect(await owner(world, `select places_taken < places as free from training_session where uuid = ?`, [session])).toEqual([{ free: true }]);
});
