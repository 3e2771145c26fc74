/** Who may open, validate, suspend, certify: each mutation with what is there × every role, as `rights.ts` says, and undone each time. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { dueTo, OWN, RIGHTS } from './rights.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { doneOf, othersOf, titleOf, toldTo, withoutRules } from './trial.ts';
import { makeWorld, type World } from './world.ts';

const trying = vi.hoisted(() => ({ isOn: false }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./undoing.ts')).undoing((await original<{ transactAs: never }>()).transactAs, trying) }));

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let world: World;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  world = await makeWorld(server(), headers);
  trying.isOn = true;
});

test('every mutation has a line that says who may, or reaches nothing of others', async () => {
  const all = Object.keys((await createSchema()).getMutationType()!.getFields()).sort();
  expect([...new Set(RIGHTS.map(({ does }) => does)), ...OWN].sort()).toEqual(all);
});

describe('is done by those who may, and by nobody else', () => {
  test.each(RIGHTS.map((right) => [titleOf(right), right] as const))('%s', async (_title, right) => {
    const told: Partial<Record<Role, string>> = {};
    for (const role of ROLES) told[role] = await toldTo(role, server(), headers, world, right);
    expect(told).toEqual(Object.fromEntries(ROLES.map((role) => [role, dueTo(role, right.told)])));
  });
});

// Last: so that a service which forgets to ask its policy is found out though the tables would not have let it.
describe('is done by nobody else where the tables have no rules: the service asks', () => {
  beforeAll(() => withoutRules(server()));

  test.each(RIGHTS.map((right) => [titleOf(right), right] as const))('%s', async (_title, right) => {
    for (const role of othersOf(right)) expect([role, await toldTo(role, server(), headers, world, right)]).not.toEqual([role, doneOf(right)]);
  });
});
