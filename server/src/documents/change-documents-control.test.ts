/** The control of the lock: without it, two who change the same document at the same moment both believe that they have. */
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';

vi.mock('../trainings/session-content.ts', async (original) => {
  const real = await original<typeof import('../trainings/session-content.ts')>();
  return {
    ...real,
    holdSession: (em: { execute: (text: string, values: unknown[]) => unknown }, key: string) =>
      real.holdSession({ execute: (text: string, values: unknown[]) => em.execute(text.replace('for update of s', ''), values) } as never, key),
  };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a document whose session nobody holds is changed by both, and what the first has written is lost', { timeout: 30_000 }, async () => {
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const [session, key] = [await addSession(server(), { places: 5, country: 'RS' }), randomUUID()];
  await owner(server(), `insert into session_document (uuid, session_uuid, title, locale, kind, visibility, size) values (?, ?, 'Програма', 'mk', 'PDF', 'TRAINERS', 1)`, [key, session]);
  const change = async (title: string): Promise<{ outcome: string }> => {
    const document = 'mutation ($session: ID!, $id: ID!, $input: SessionDocumentInput!) { changeSessionDocument(session: $session, id: $id, version: 1, input: $input) { outcome } }';
    const answer = await ask(server(), document, { session: `TrainingSession_${session}`, id: `SessionDocument_${key}`, input: { title, locale: 'mk', visibility: 'TRAINERS' } }, adviser);
    return answer.data!.changeSessionDocument as { outcome: string };
  };
  expect(await whileHeld(server(), ['session_document', key], [() => change('Un'), () => change('Deux')])).toEqual(['DONE', 'DONE']);
});
