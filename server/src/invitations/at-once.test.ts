/** Two at once: an invitation registers once, and is used or taken back, never both. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, rowsOf } from '../registrations/world.fixture.ts';
import { revokedAfter, revokedBefore, usedTwice } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('two who use one link at once: one is registered, the other is told that it is used', async () => {
  const session = await addSession(server(), { places: 5, inDays: 30 });
  expect(await usedTwice(server(), headers.adviser, session, 'twice@ministry.example')).toEqual(['CONFIRMED', 'USED']);
  expect(await rowsOf(server(), session)).toHaveLength(1);
});

test('taken back before who has the link could be registered: they are not', async () => {
  const session = await addSession(server(), { places: 5, inDays: 32 });
  expect(await revokedBefore(server(), headers.adviser, session, 'before@ministry.example')).toEqual(['DONE', 'REVOKED']);
  expect(await rowsOf(server(), session)).toEqual([]);
});

test('taken back while who has the link is being registered: they are, and it is too late', async () => {
  const session = await addSession(server(), { places: 5, inDays: 34 });
  expect(await revokedAfter(server(), headers.adviser, session, 'after@ministry.example')).toEqual(['TOO_LATE', 'CONFIRMED']);
  expect(await rowsOf(server(), session)).toHaveLength(1);
});
