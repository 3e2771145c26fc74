/** The control of the lock: without it, two who change the same document at the same moment both believe that they have. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { addSession } from '../registrations/world.fixture.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { changeDocument, type DocumentBack, documentIn } from './documents.fixture.ts';

vi.mock('../trainings/session-content.ts', async (original) => {
  const real = await original<typeof import('../trainings/session-content.ts')>();
  return {
    ...real,
    holdSession: (em: { execute: (text: string, values: unknown[]) => unknown }, key: string) =>
      real.holdSession({ execute: (text: string, values: unknown[]) => em.execute(text.replace('for update', ''), values) } as never, key),
  };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a document whose session nobody holds is changed by both, and what the first has written is lost', { timeout: 30_000 }, async () => {
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const session = await addSession(server(), { places: 5, country: 'RS' });
  const key = await documentIn(server(), session);
  const change = (title: string): Promise<DocumentBack> => changeDocument(server(), adviser, session, { key, version: 1, title });
  expect(await whileHeld(server(), ['session_document', key], [() => change('Un'), () => change('Deux')])).toEqual(['DONE', 'DONE']);
});
