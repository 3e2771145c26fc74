/** The control of the guard: without it each text comes through, and the search finds where it has come to. */
import { expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { createSchema } from '../../src/schema.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { signEverybodyIn } from '../permissions/roles.ts';
import { makeWorld } from '../permissions/world.ts';
import { foundIn, realPerson, sendAll, victim } from './canaries.ts';
import { NO_TEXTS } from './no-texts.ts';

vi.mock('../../src/core/guard/refuse-victims-data.ts', () => ({ refuseVictimsData: () => undefined }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('fields without the guard are found out, and what comes through them', { timeout: 120_000 }, async () => {
  const schema = await createSchema();
  const headers = await signEverybodyIn(server());
  const world = await makeWorld(server(), headers);
  const real = await realPerson(server(), links);
  const sent = await sendAll(server(), { schema, headers, real, world, textOf: victim, only: ({ mutation, path }) => !(`${mutation} ${path}` in NO_TEXTS) });
  expect(sent.filter(({ code }) => code === 'VICTIM_DATA')).toEqual([]);
  const found = await foundIn(server(), sent.map(({ marker }) => marker));
  for (const table of ['training_session_translation', 'form_question_translation', 'session_part_translation', 'access_request', 'data_request', 'person', 'mail']) expect(found).toContain(`public.${table}`);
});
