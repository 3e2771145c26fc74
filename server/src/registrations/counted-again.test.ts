/** What is sent again under its key uses up nothing of how many people somebody may register. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { registerMyself } from './oneself.fixture.ts';
import { addSession, outcomesOf, register, rowsOf } from './world.fixture.ts';

const server = testServer({ signInLimits: { ...UNLIMITED, registrationPerPerson: { points: 4, seconds: 3600 } } });
const TIMES = Array.from({ length: 8 }, () => undefined);
let headers: Headers;
let ngo: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

test('registering others: a key is answered again and again, and when all is used up; another one is counted: the control', async () => {
  const session = await addSession(server(), { places: 50, inDays: 40 });
  const registers = async (submission: string, ...names: string[]): Promise<unknown> => outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, submission, people: names.map((name) => ({ email: `${name}@ngo.example` })) }));
  const key = randomUUID();
  const first = await registers(key, 'one', 'two');
  expect(first).toHaveLength(2);
  for (const _ of TIMES) expect(await registers(key, 'one', 'two')).toEqual(first);
  // Two of four are left; of what is sent again with somebody more, they alone are counted.
  expect(await registers(key, 'one', 'two', 'three')).toHaveLength(3);
  expect(await registers(randomUUID(), 'four')).toHaveLength(1);
  expect(await registers(randomUUID(), 'five')).toBe('RATE_LIMITED');
  expect([await registers(key, 'one', 'two', 'three'), await registers(key, 'one', 'five')]).toEqual([[...(first as string[]), (first as string[])[0]], 'RATE_LIMITED']);
  expect(await rowsOf(server(), session)).toHaveLength(4);
});

test('who is registered already under another key is counted each time, as before: what is told of others is bounded', async () => {
  const session = await addSession(server(), { places: 50, inDays: 44 });
  const registers = async (): Promise<unknown> => outcomesOf(await register(server(), headers.ngoMember, { session, organisation: ngo, submission: randomUUID(), people: [{ email: 'known@ngo.example' }] }));
  expect([await registers(), await registers(), await registers(), await registers(), await registers()]).toEqual([expect.anything(), ['ALREADY_REGISTERED'], ['ALREADY_REGISTERED'], ['ALREADY_REGISTERED'], 'RATE_LIMITED']);
});

test('registering oneself: the same', async () => {
  const sessions = [await addSession(server(), { places: 50, inDays: 48, needsNomination: false }), await addSession(server(), { places: 50, inDays: 52, needsNomination: false })];
  const submission = randomUUID();
  const first = await registerMyself(server(), headers.authority, { session: sessions[0]!, submission });
  expect(first.outcome).toBe('DONE');
  for (const _ of TIMES) expect(await registerMyself(server(), headers.authority, { session: sessions[0]!, submission })).toEqual(first);
  for (const _ of TIMES.slice(0, 3)) expect((await registerMyself(server(), headers.authority, { session: sessions[1]! })).outcome).toBe('DONE');
  await expect(registerMyself(server(), headers.authority, { session: sessions[1]! })).rejects.toThrow('RATE_LIMITED');
  expect(await registerMyself(server(), headers.authority, { session: sessions[0]!, submission })).toEqual(first);
});
