/** No victim's data anywhere: every text that a mutation takes is guarded, or is none; what was refused is in no table, job, mail, log or file. */
import type { GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { createSchema } from '../../src/schema.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { type Headers, signEverybodyIn } from '../permissions/roles.ts';
import { makeWorld, type World } from '../permissions/world.ts';
import { foundIn, realPerson, sendAll, type Sending, type Sent, victim } from './canaries.ts';
import { NO_TEXTS } from './no-texts.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let schema: GraphQLSchema;
let headers: Headers;
let world: World;
let real: Record<string, string>;
let sent: readonly Sent[];

const send = (more: Pick<Sending, 'textOf' | 'only'>): Promise<Sent[]> => sendAll(server(), { schema, headers, real, world, ...more });

beforeAll(async () => {
  schema = await createSchema();
  headers = await signEverybodyIn(server());
  world = await makeWorld(server(), headers);
  real = await realPerson(server(), links);
  sent = await send({ textOf: victim });
});

test('every text of every mutation is guarded, or a reason stands why it is no text', () => {
  expect(sent.length).toBeGreaterThan(60);
  expect(sent.filter(({ code }) => code !== 'VICTIM_DATA').map(({ mutation, path }) => `${mutation} ${path}`).sort()).toEqual(Object.keys(NO_TEXTS).sort());
});

test('what was sent is in no table, no job, no mail, no line of the log and no file', async () => {
  expect(await foundIn(server(), [...sent.map(({ marker }) => marker), 'Xanadubrook', '0101990100102'])).toEqual([]);
});

test('a text that is let through is found by the same search', async () => {
  const [taken] = await send({ textOf: (marker) => `The ${marker}`, only: ({ mutation, path }) => mutation === 'createSession' && path === 'input.title' });
  expect(taken!.code).toBe('TAKEN');
  expect(await foundIn(server(), [taken!.marker])).toContain('public.training_session_translation');
});
