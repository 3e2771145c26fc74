/** The controls of two at once: what holds the session and the invitation is what keeps them apart. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { revokedAfter, revokedBefore, usedTwice } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const SIGNATURE = 'register_invited(uuid, uuid, text, text, text, jsonb)';
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  // An invitation is read before anything is held, and not held itself; and nothing says that it cannot be both.
  const [row] = await owner<{ is: string }>(server(), 'select pg_get_functiondef(?::regprocedure) as is', [SIGNATURE]);
  const parts = ['  perform hold_session(the_session);\n', ' for update;'];
  for (const part of parts) expect(row!.is).toContain(part);
  await owner(server(), row!.is.replace(parts[0]!, '').replace(parts[1]!, ';'));
  await owner(server(), 'alter table session_invitation drop constraint session_invitation_over_once');
});

test('without holding the session, the second of two who use one link is not told that it is used', async () => {
  expect(await usedTwice(server(), headers.adviser, await addSession(server(), { places: 5, inDays: 30 }), 'twice@ministry.example')).toEqual(['ALREADY_REGISTERED', 'CONFIRMED']);
});

test('without holding the invitation, it is taken back and used', async () => {
  expect(await revokedBefore(server(), headers.adviser, await addSession(server(), { places: 5, inDays: 32 }), 'before@ministry.example')).toEqual(['DONE', 'CONFIRMED']);
  expect(await revokedAfter(server(), headers.adviser, await addSession(server(), { places: 5, inDays: 34 }), 'after@ministry.example')).toEqual(['DONE', 'CONFIRMED']);
});
