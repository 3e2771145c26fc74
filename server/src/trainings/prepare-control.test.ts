/** The control of the lock: without it, two who change the same session at the same moment both believe that they have. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { atOnce } from './at-once.fixture.ts';
import { create, update } from './world.fixture.ts';

vi.mock('./session-content.ts', async (original) => {
  const real = await original<typeof import('./session-content.ts')>();
  return {
    ...real,
    holdSession: (em: { execute: (text: string, values: unknown[]) => unknown }, key: string) =>
      real.holdSession({ execute: (text: string, values: unknown[]) => em.execute(text.replace('for update', ''), values) } as never, key),
  };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a session that nobody holds is changed by both, and what the first has written is lost', { timeout: 30_000 }, async () => {
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const { session } = await create(server(), adviser);
  const outcomes = await atOnce(server(), session!.id, [() => update(server(), adviser, session!.id, 1, { places: 1 }), () => update(server(), adviser, session!.id, 1, { places: 2 })]);
  expect(outcomes).toEqual(['DONE', 'DONE']);
});
