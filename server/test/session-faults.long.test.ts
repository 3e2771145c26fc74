/** Whatever fails in the middle of what is done with a session, its form, its documents, who was there, certificates, evaluations and invitations: it is done, or it is not, and never in between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ngoOf } from '../src/members/world.fixture.ts';
import { type Actors, openActors } from '../src/registrations/actors.fixture.ts';
import { failEverywhere } from './failing.ts';
import { PREPARING_ACTS } from './faults/preparing-acts.ts';
import { SESSION_ACTS } from './faults/session-acts.ts';
import { type FaultWorld, pictureOf } from './faults/world.ts';
import { testServer, UNLIMITED } from './http/harness.ts';
import { untilNothingIsTimed } from './permissions/picture.ts';
import { signEverybodyIn } from './permissions/roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
let world: FaultWorld;
let actors: Actors | undefined;

beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  actors = await openActors(server().database);
  world = { server: server(), headers, actors, organisation: await ngoOf(server(), 'RS') };
  await untilNothingIsTimed(server());
});
afterAll(() => actors?.close());

describe.each(Object.entries({ ...PREPARING_ACTS, ...SESSION_ACTS }))('%s', (_name, { prepare }) => {
  test('that fails at any statement, before or after it, leaves everything as it was; and is done once nothing fails', { timeout: 90_000 }, async () => {
    expect(await failEverywhere(await prepare(world), () => pictureOf(server()))).toBeGreaterThanOrEqual(2);
  });
});
